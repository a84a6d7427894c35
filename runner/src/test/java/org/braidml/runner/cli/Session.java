package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs commands as a user would, in this process.
 *
 * @param folder with the files of a test; messages show it as {@code <folder>}
 */
record Session(Path folder) {

  private static final int WIDTH = 100;

  /** A model of a text and two static columns, as small as can be. */
  static final String REVIEWS =
      """
      data {
        source = "reviews.csv"
        fields {
          review { kind = text, column = review, min-count = 1 }
          writer { kind = static, numeric = [age], category = [segment] }
        }
        target { column = label, kind = binary }
      }
      model {
        inputs.review { type = embedding, size = 2 }
        encoders.review { type = lstm, hidden-size = 2 }
        encoders.writer { type = mlp, units = [2] }
        merger { type = concat }
        head { type = binary }
      }
      training { epochs = 1, batch-size = 8 }
      """;

  /** A model of one number. */
  static final String NUMBERS =
      """
      data {
        source = "numbers.csv"
        fields.x { kind = static, numeric = [x] }
        target { column = y, kind = regression }
      }
      model {
        encoders.x { type = mlp, units = [8] }
        merger { type = concat }
        head { type = regression }
      }
      training { epochs = 1, batch-size = 8 }
      """;

  static final String HEADER = "review,age,segment,label\n";

  /**
   * What came of a command; broken lines of problems are joined again.
   *
   * @param code the exit code
   * @param out results
   * @param err problems
   */
  record Outcome(int code, String out, String err) {}

  Session with(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The two experiments above, with their data. */
  Session withExperiments() {
    StringBuilder reviews = new StringBuilder(HEADER);
    StringBuilder numbers = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      String words = i % 2 == 0 ? "bad and poor" : "good";
      reviews.append(words + ',' + (20 + i) + ',' + "ab".charAt(i / 2 % 2) + ',' + i % 2 + '\n');
      numbers.append(i + "," + (7 * i % 40) + '\n');
    }
    return with("reviews.conf", REVIEWS)
        .with("reviews.csv", reviews.toString())
        .with("numbers.conf", NUMBERS)
        .with("numbers.csv", numbers.toString());
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Trains, with run directories in {@code runs}. */
  Outcome train(String experiment, String... sets) {
    return braid(arguments(new String[] {"train", path(experiment), "--runs", path("runs")}, sets));
  }

  /** Checks an experiment file. */
  Outcome check(String experiment, String... sets) {
    return braid(arguments(new String[] {"check", path(experiment)}, sets));
  }

  private static String[] arguments(String[] command, String... sets) {
    String[] all = Arrays.copyOf(command, command.length + 2 * sets.length);
    for (int i = 0; i < sets.length; i++) {
      all[command.length + 2 * i] = "--set";
      all[command.length + 2 * i + 1] = sets[i];
    }
    return all;
  }

  /** Runs a command line; no line may be too wide, nor a stack trace come unasked. */
  Outcome braid(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = BraidCommand.run(new Terminal(stream(out), stream(err), false), arguments);
    String told = told(err);
    if (!List.of(arguments).contains("--verbose")) {
      fits(told);
      assertThat(told).doesNotContain("\tat ").doesNotContain("Exception");
    }
    return new Outcome(code, fits(told(out)), joined(told));
  }

  private static String fits(String text) {
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    return text;
  }

  /** Joins lines that were broken: where they break depends on the name of the folder. */
  private static String joined(String text) {
    return text.replaceAll("\n(?: {2}| {5})(?=\\S)", " ");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String told(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "<folder>");
  }
}
