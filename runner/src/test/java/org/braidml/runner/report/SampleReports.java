package org.braidml.runner.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Box;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.Attention;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunDetails;
import org.braidml.api.run.RunReport;

/** Reports of runs that never were. The same numbers every time. */
final class SampleReports {

  static final String HOSTILE = "</script><script>alert('x')</script><!-- & \u2028 \"q\"";

  private final Path directory;

  SampleReports(Path directory) {
    this.directory = directory;
  }

  RunReport binary() {
    return report("reviews", List.of(SampleHeads.binary("head", "not recommended", "recommended")));
  }

  RunReport manyClasses(int classes) {
    return report(
        "surnames", List.of(SampleHeads.multiclass("head", SampleHeads.languages(classes), 2103)));
  }

  RunReport regression() {
    return report("bike-rentals", List.of(SampleHeads.regression("head", 1877)));
  }

  /** A series whose number stays what it was but for an error. */
  RunReport series(float error) {
    HeadReport head = SampleHeads.regression("head", 1877);
    return report("bike-rentals", List.of(SampleHeads.withLastValue(head, error)));
  }

  RunReport severalHeads() {
    return report(
        "admissions",
        List.of(
            SampleHeads.binary("mortality", "survived", "died"),
            SampleHeads.multiclass(
                "ward", List.of("medicine", "surgery", "cardiology", "neurology"), 400),
            SampleHeads.regression("stay", 400)));
  }

  RunReport worseThanItsBaseline() {
    HeadReport head = SampleHeads.regression("head", 30);
    return report(
        "worse",
        List.of(
            new HeadReport(
                head.head(),
                head.target(),
                /* metrics= */ head.baseline(),
                /* baseline= */ head.metrics(),
                head.baselineName(),
                head.lastValue(),
                head.rows(),
                head.scores())));
  }

  RunReport withoutTestRows() {
    return report("no-test", List.of());
  }

  RunReport withoutEpochs() {
    RunReport full = binary();
    return new RunReport(
        "untrained",
        full.run(),
        directory,
        1,
        Map.of(),
        Map.of("test", 600),
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        full.heads(),
        0.5,
        RunDetails.NONE);
  }

  /** One class only: no metric of ranking is defined. */
  RunReport undefined() {
    float[][] predictions = {{0.9f}, {0.2f}, {Float.NaN}};
    Scores scores = new Scores(predictions, new float[] {1, 1, 1});
    TargetSpec target = new TargetSpec("label", TargetSpec.Kind.BINARY, List.of("no", "yes"));
    return report(
        "undefined", List.of(SampleHeads.of("head", target, scores, scores, Metrics.binary())));
  }

  RunReport notFinite() {
    float[][] predictions = {{1f}, {Float.NaN}, {Float.POSITIVE_INFINITY}};
    Scores scores = new Scores(predictions, new float[] {1, 2, 3});
    TargetSpec target = new TargetSpec("y", TargetSpec.Kind.REGRESSION, List.of());
    return report(
        "not-finite",
        List.of(SampleHeads.of("head", target, scores, scores, Metrics.regression())));
  }

  RunReport hostile() {
    HeadReport head =
        SampleHeads.multiclass(HOSTILE, List.of(HOSTILE, "", "{{title}}", "b<i>c</i>"), 50);
    RunReport plain = report(HOSTILE, List.of(head));
    return new RunReport(
        HOSTILE,
        HOSTILE,
        directory,
        1,
        Map.of(HOSTILE, HOSTILE),
        Map.of(HOSTILE, 3),
        List.of(HOSTILE),
        List.of(new Box(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 1, false, 1)),
        1,
        plain.epochs(),
        2,
        plain.heads(),
        1,
        RunDetails.NONE);
  }

  /** Attention over text that looks like HTML, and over a series; a mistake on such a text. */
  RunReport attended() {
    Attention.Example text =
        new Attention.Example(
            7,
            "predicted " + HOSTILE,
            List.of("good", HOSTILE, "<i>"),
            " ",
            List.of(),
            List.of(0.2, 0.7, 0.1));
    Attention.Example series =
        new Attention.Example(
            8,
            "predicted 3",
            List.of(),
            " ",
            List.of(List.of(1.0, 2.0, 3.0), List.of(5.0, 5.0, 5.0)),
            List.of(0.1, 0.3, 0.6));
    Attention.Check shown = new Attention.Check("head", true, 60, 0.31, 0.01, 0.05, 0.2, 0.32);
    Map<String, List<RunDetails.WorstRow>> worst =
        Map.of(
            "head",
            List.of(new RunDetails.WorstRow(3, "yes", "no", 0.97, Map.of("text", HOSTILE))));
    return binary()
        .with(
            new RunDetails(
                List.of(new RunDetails.Lengths("text", "train", 1, 12, 40)),
                List.of(),
                worst,
                List.of(
                    new Attention("text", "text", List.of(text), shown),
                    new Attention("pulse", "pulse", List.of(series), null))));
  }

  private RunReport report(String experiment, List<HeadReport> heads) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    rows.put("training", 14720);
    rows.put("validation", 2103);
    rows.put("test", heads.isEmpty() ? 0 : heads.get(0).scores().size());
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("braid", "0.1.0");
    environment.put("engine", Map.of("name", "MXNet", "version", "1.9.1", "threads", 2));
    environment.put("java", Map.of("version", "17.0.12", "vendor", "Eclipse Adoptium"));
    environment.put("plugins", List.of(Map.of("id", "bilstm-attention", "version", "0.1.0")));
    environment.put("data", Map.of("sha-256", "9f86d081884c7d659a2feaa0c55ad015".repeat(2)));
    return new RunReport(
        experiment,
        "20250101-120000",
        directory,
        1,
        environment,
        rows,
        List.of("23 rows stand on more than one side.", "4 rows have no target: left out."),
        boxes(),
        1_284_913,
        epochs(heads),
        7,
        heads,
        254.2,
        RunDetails.NONE);
  }

  private static List<Box> boxes() {
    return List.of(
        new Box("inputs.review", "embedding", "review", "(B, T)", 128, true, 1_208_320),
        new Box(
            "encoders.review",
            "bilstm-attention",
            "inputs.review",
            "(B, T, 128)",
            128,
            false,
            74_881),
        new Box("encoders.customer", "mlp", "inputs.customer", "(B, 7)", 16, false, 128),
        new Box(
            "merger",
            "concat",
            "encoders.review, encoders.customer",
            "(B, 128), (B, 16)",
            144,
            false,
            0),
        new Box("heads.head", "binary", "merger", "(B, 144)", 1, false, 1_584));
  }

  private static List<EpochReport> epochs(List<HeadReport> heads) {
    Random random = new Random(1);
    List<EpochReport> epochs = new ArrayList<>();
    for (int epoch = 1; epoch <= 10; epoch++) {
      Map<String, Double> validation = new LinkedHashMap<>();
      validation.put("loss", 0.4 + 0.4 / epoch + 0.004 * epoch * epoch / 4);
      for (HeadReport head : heads) {
        String prefix = heads.size() == 1 ? "" : head.head() + ".";
        for (String metric : head.metrics().keySet()) {
          validation.put(prefix + metric, 0.9 - 0.4 / epoch + 0.02 * random.nextDouble());
        }
      }
      double loss = 0.2 + 0.6 / epoch;
      epochs.add(
          new EpochReport(
              epoch, 20, 230L * epoch, 1e-3, loss, validation, 14720, 21.4, epoch == 7));
    }
    return epochs;
  }
}
