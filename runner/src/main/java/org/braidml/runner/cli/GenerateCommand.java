package org.braidml.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.run.SavedRun;
import org.braidml.runner.run.TextGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid generate RUN --prompt TEXT}: text that a model of the next token writes. */
@Command(name = "generate", description = "Continues a text with a model of the next token.")
final class GenerateCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "RUN", description = "A run directory, or a bundle.")
  private Path run;

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      required = true,
      description = "What the text begins with.")
  private String prompt;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "400",
      description = "How many tokens are written: characters, or words; ${DEFAULT-VALUE}.")
  private int length;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      defaultValue = "1.0",
      description =
          "Below 1 more like the training text, above 1 more daring, 0 the most probable token"
              + " always; ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same text; ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() {
    checkNumbers();
    try (SavedRun saved = open(run)) {
      TextGenerator generator =
          new TextGenerator(
              saved.contents().model(), saved.contents().features(), saved.runtime().manager());
      String text = generator.text(prompt, length, temperature, seed);
      String gap = generator.spaced() ? " " : "";
      out().println(prompt + gap + text);
    }
    return BraidCommand.DONE;
  }

  private void checkNumbers() {
    List<Problem> problems = new ArrayList<>();
    if (length < 0) {
      problems.add(
          Problem.at("--length").value(Integer.toString(length)).what("at least 0").build());
    }
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      problems.add(
          Problem.at("--temperature")
              .value(Double.toString(temperature))
              .what("at least 0")
              .build());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("the command line", problems);
    }
  }
}
