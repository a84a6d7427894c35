package org.braidml.benchmarks.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a study said of a task whose best pooling is known.
 *
 * @param task the task
 * @param ranked the poolings, the best by the validation rows first, each with its mean accuracy on
 *     them
 * @param sentences what the study said
 * @param named whether it named the right one: it is ranked first, and a difference to the baseline
 *     is shown that says the same
 */
record NamedPooling(MadeTask task, List<String> ranked, List<String> sentences, boolean named) {

  private static final int ROWS = 1200;
  private static final int EPOCHS = 4;
  private static final String BASELINE = "mean";

  /** Runs the study of a task. */
  static NamedPooling of(MadeTask task, StudyFolder folder, int seeds)
      throws IOException, InterruptedException {
    String base = folder.experiment(task, ROWS, EPOCHS);
    JsonNode report =
        folder.run(
            "pooling-" + task.id(),
            """
            base = "%s"
            metric = accuracy
            baseline = %s
            seeds = %d
            axes = [{ name = pooling, path = model.encoders.text.pooling.type, values = [mean, last, max] }]
            """
                .formatted(base, BASELINE, seeds));
    List<String> ranked = new ArrayList<>();
    report
        .get("rows")
        .forEach(
            row ->
                ranked.add(
                    String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        row.at("/variant/name").asText(),
                        row.at("/validation/mean").doubleValue())));
    List<String> sentences = new ArrayList<>();
    report.get("sentences").forEach(sentence -> sentences.add(sentence.asText()));
    boolean first = ranked.get(0).startsWith(task.right() + " ");
    return new NamedPooling(task, ranked, sentences, first && shown(task, report));
  }

  private static boolean shown(MadeTask task, JsonNode report) {
    boolean shown = true;
    for (JsonNode comparison : report.get("comparisons")) {
      String verdict = comparison.get("verdict").asText();
      if (task.right().equals(BASELINE)) {
        shown &= verdict.equals("WORSE");
      } else if (comparison.get("variant").asText().equals(task.right())) {
        shown &= verdict.equals("BETTER");
      }
    }
    return shown;
  }
}
