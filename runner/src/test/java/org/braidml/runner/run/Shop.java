package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.braidml.runner.cli.BraidCommand;
import org.braidml.runner.cli.Terminal;

/** A small experiment on a file of made rows, and the program to run it with. */
final class Shop {

  private static final List<String> GOOD = List.of("lovely", "great", "soft");
  private static final List<String> BAD = List.of("awful", "scratchy", "torn");

  final Path folder;
  final Path file;
  String out = "";
  String err = "";

  Shop(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("shop.conf");
    write("shop.csv", rows(120));
    write(
        "shop.conf",
        """
        seed = 3
        data {
          source = "shop.csv"
          split { seed = 1, validation = 0.2, test = 0.2 }
          fields {
            review { kind = text, column = "Review", min-count = 1 }
            buyer  { kind = static, numeric = ["Age"], category = ["Shop"] }
          }
          target { column = "Liked", kind = binary }
        }
        model {
          inputs.review   { type = embedding, size = 6 }
          encoders.review { type = lstm, hidden-size = 5, layers = 2, dropout = 0.2, bidirectional = true }
          encoders.buyer  { type = mlp, units = [4], categories = embedding }
          merger          { type = concat }
          head            { type = binary, units = [4], dropout = 0.1 }
        }
        training { batch-size = 16, epochs = 3, clip-norm = 1.0 }
        """);
  }

  /** Rows whose label follows the words. */
  static String rows(int count) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("Review,Age,Shop,Liked\n");
    for (int i = 0; i < count; i++) {
      boolean liked = random.nextBoolean();
      List<String> words = new ArrayList<>(List.of("a", "dress"));
      for (int n = random.nextInt(6); n >= 0; n--) {
        words.add((liked ? GOOD : BAD).get(random.nextInt(3)));
      }
      String age = random.nextInt(8) == 0 ? "" : Integer.toString(20 + random.nextInt(50));
      text.append('"')
          .append(String.join(" ", words))
          .append("\",")
          .append(age)
          .append(',')
          .append("NSE".charAt(random.nextInt(3)))
          .append(',')
          .append(liked ? "yes" : "no")
          .append('\n');
    }
    return text.toString();
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the program; what it said is in {@link #out} and {@link #err}. */
  int braid(String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false);
    int code = BraidCommand.run(terminal, args);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** Trains an experiment into runs of its own; returns the run directory. */
  RunDirectory train(Path experiment, String engine, String... more) {
    Path runs = folder.resolve("runs-" + System.nanoTime());
    List<String> args =
        new ArrayList<>(
            List.of("train", experiment.toString(), "--runs", runs.toString(), "--set"));
    args.add("engine=" + engine);
    for (String set : more) {
      args.add("--set");
      args.add(set);
    }
    int code = braid(args.toArray(new String[0]));
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + err);
    }
    return only(runs);
  }

  private static RunDirectory only(Path runs) {
    try (Stream<Path> experiments = Files.list(runs)) {
      try (Stream<Path> found = Files.list(experiments.findFirst().orElseThrow())) {
        return new RunDirectory(found.findFirst().orElseThrow());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Trains what must be refused, on PyTorch.
   *
   * @param title of the case
   * @param experiment the file
   * @param sets {@code key=value} each
   * @return what is told, under the title, without the folder's own path
   */
  String refused(String title, Path experiment, String... sets) {
    List<String> args = new ArrayList<>(List.of("train", experiment.toString()));
    args.addAll(List.of("--runs", folder.resolve("runs").toString(), "--set", "engine=PyTorch"));
    for (String set : sets) {
      args.addAll(List.of("--set", set));
    }
    assertThat(braid(args.toArray(String[]::new))).as(title + out).isEqualTo(2);
    String told = err.replace(folder.toString(), "FOLDER").stripTrailing();
    return "== " + title + "\n" + told + "\n\n";
  }
}
