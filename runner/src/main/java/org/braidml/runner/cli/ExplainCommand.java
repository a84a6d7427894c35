package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.Box;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.run.Attention;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.explain.Explainer;
import org.braidml.runner.report.AttentionPage;
import org.braidml.runner.report.AttentionSection;
import org.braidml.runner.run.SavedRun;
import org.braidml.runner.run.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid explain RUN --in FILE [--out FILE]}: what attention weighed in some rows. */
@Command(
    name = "explain",
    description = {
      "Shows what attention weighed in some rows of a file.",
      "Also checks whether the prediction moves more without the steps that weigh most than"
          + " without random ones."
    })
final class ExplainCommand extends AbstractBraidCommand {

  private static final int WIDTH = 80;
  private static final String ENCODERS = "encoders.";

  @Parameters(paramLabel = "RUN", description = "A run directory, or a bundle.")
  private Path run;

  @Option(names = "--in", paramLabel = "FILE", required = true, description = GivenRows.FORMATS)
  private Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "An HTML page instead of text; replaced if it exists.")
  private @Nullable Path out;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many rows are shown, evenly spread over the file; ${DEFAULT-VALUE}.")
  private int rows;

  @Override
  public Integer call() throws IOException {
    if (rows < 1) {
      throw refused(
          "the command line",
          Problem.at("--rows").value(Integer.toString(rows)).what("at least 1").build());
    }
    GivenRows given = new GivenRows(in);
    given.check(out);
    try (SavedRun saved = open(run)) {
      if (saved.contents().experiment().config().training().stateful()) {
        throw refused(
            run.toString(),
            Problem.at("training.stateful")
                .value("true")
                .what("a row goes on from the one before, so that no row can be explained alone")
                .build());
      }
      Examples examples = given.read(saved, out());
      ModelBlock model = saved.contents().model();
      List<Attention> attention =
          new Explainer(saved.contents().features(), model, saved.runtime().manager())
              .explain(examples, rows);
      if (attention.isEmpty()) {
        throw refused(run.toString(), withoutWeights(model, examples.sequences()));
      }
      show(attention, examples.size());
    }
    return BraidCommand.DONE;
  }

  private void show(List<Attention> attention, int all) throws IOException {
    int shown = attention.get(0).examples().size();
    String which =
        String.format(
            Locale.ROOT,
            "%,d of %,d %s%s",
            shown,
            all,
            all == 1 ? "row" : "rows",
            shown < all && shown > 1 ? ", evenly spread" : "");
    if (out != null) {
      String rowsFile = String.valueOf(in.getFileName());
      WholeFile.write(
          out.toAbsolutePath(), AttentionPage.html(rowsFile, which + "; " + run, attention));
      out().printf("%s: explained in %s%n", which, out);
      return;
    }
    out().println(which);
    attention.forEach(of -> out().print("\n" + AttentionText.of(of)));
    out().print("\n" + Wrapped.text(AttentionSection.CAUTION, WIDTH, 0));
  }

  private static Problem withoutWeights(ModelBlock model, List<String> sequences) {
    List<String> encoders =
        model.boxes().stream()
            .map(Box::path)
            .filter(path -> path.startsWith(ENCODERS))
            .map(path -> path.substring(ENCODERS.length()))
            .filter(encoder -> sequences.contains(model.fieldOf(encoder)))
            .toList();
    Problem.Builder problem =
        Problem.at("model.encoders").what("no encoder of this run weighs its steps");
    if (encoders.isEmpty()) {
      return problem.remedy("weights take an encoder of a sequence").build();
    }
    return problem
        .remedy(
            "the poolings additive-attention and multiplicative-attention have weights: train with"
                + encoders.stream()
                    .map(of -> " --set model.encoders." + of + ".pooling.type=additive-attention")
                    .collect(Collectors.joining()))
        .build();
  }

  private static ConfigurationException refused(String where, Problem problem) {
    return new ConfigurationException(where, List.of(problem));
  }
}
