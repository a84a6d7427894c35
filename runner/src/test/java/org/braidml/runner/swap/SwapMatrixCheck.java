package org.braidml.runner.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.cli.BraidCommand;
import org.braidml.runner.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every encoder, pooling and merger on the class path in the place of the one that an example
 * names: {@code check} says whether a model is allowed, and what it allows trains for an epoch and
 * is tested. Each model is on one of the two engines, as its overrides hash.
 *
 * <p>Takes minutes, and so is no part of {@code mvn verify}: CONTRIBUTING.md has the command.
 */
final class SwapMatrixCheck {

  private static final List<String> ENGINES = List.of("MXNet", "PyTorch");

  /** The boxes that need rows of one length, which only the data can refuse them. */
  private static final Set<String> OF_ONE_LENGTH = Set.of("pooling.flatten");

  private final Registry registry =
      new Registry(Discovery.on(SwapMatrixCheck.class.getClassLoader()).found());
  private final Set<String> trained = new TreeSet<>();
  private final List<String> failures = new ArrayList<>();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  @Test
  void everyModelThatCheckAllowsTrains() throws IOException {
    swap(Example.names(folder));
    swap(Example.reviewsMade());
    if (System.getenv("BRAID_DATA") == null) {
      say("vowels, gunpoint: skipped, since BRAID_DATA names no folder of data sets");
    } else {
      swap(Example.vowels());
      swap(Example.gunpoint());
    }
    assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    Set<String> due = Swap.components(registry);
    if (System.getenv("BRAID_DATA") == null) {
      due.removeAll(OF_ONE_LENGTH);
    }
    assertThat(trained).as("components that trained").isEqualTo(due);
  }

  private void swap(Example example) throws IOException {
    long began = System.nanoTime();
    int allowed = 0;
    int ragged = 0;
    int failed = failures.size();
    List<Swap> swaps = example.swaps(registry);
    for (Swap swap : swaps) {
      List<String> sets = sets(example, swap);
      if (!allowed(example, sets)) {
        continue;
      }
      if (train(example, sets)) {
        allowed++;
        trained.addAll(swap.components());
      } else {
        ragged++;
        assertThat(swap.components())
            .as("refused by the data")
            .containsAnyElementsOf(OF_ONE_LENGTH);
      }
    }
    int refused = swaps.size() - allowed - ragged;
    say(
        String.format(
            Locale.ROOT,
            "%s: %d models, %d trained, %d refused by check, %d by the data, %d failed, %d s",
            example.name(),
            swaps.size(),
            allowed,
            refused,
            ragged,
            failures.size() - failed,
            Math.round((System.nanoTime() - began) / 1e9)));
    assertThat(allowed).as("models of %s that are allowed", example.name()).isGreaterThan(refused);
  }

  private static List<String> sets(Example example, Swap swap) {
    List<String> sets = new ArrayList<>(example.sets());
    sets.add("training.epochs=1");
    sets.add("engine=" + ENGINES.get(Math.floorMod(swap.sets().hashCode(), ENGINES.size())));
    sets.addAll(swap.sets());
    return sets;
  }

  /** Asks check; what it refuses must be told as a problem of the configuration. */
  private boolean allowed(Example example, List<String> sets) {
    int code = braid("check", example.file(), List.of(), sets);
    boolean explained = told().contains("in " + example.file()) && !told().contains("Exception");
    if (code != BraidCommand.DONE && !(code == BraidCommand.REFUSED && explained)) {
      failures.add(command("check", example, sets) + "\nexit " + code + "\n" + told());
    }
    return code == BraidCommand.DONE;
  }

  /** Trains; returns false where the data refuse a box that needs rows of one length. */
  private boolean train(Example example, List<String> sets) throws IOException {
    Path runs = Files.createTempDirectory(folder, "runs");
    int code =
        braid("train", example.file(), List.of("--runs", runs.toString(), "--verbose"), sets);
    delete(runs);
    if (code == BraidCommand.REFUSED && told().contains("differ in length")) {
      return false;
    }
    if (code != BraidCommand.DONE || !told().contains("accuracy")) {
      failures.add(command("train", example, sets) + "\nexit " + code + "\n" + told());
    }
    return true;
  }

  private int braid(String command, String file, List<String> options, List<String> sets) {
    List<String> arguments = new ArrayList<>(List.of(command, file));
    arguments.addAll(options);
    sets.forEach(set -> arguments.addAll(List.of("--set", set)));
    told.reset();
    PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
    return BraidCommand.run(new Terminal(stream, stream, false), arguments.toArray(String[]::new));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static String command(String command, Example example, List<String> sets) {
    return "braid " + command + " " + example.file() + " --set " + String.join(" --set ", sets);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
