package org.braidml.benchmarks.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A study of two variants that differ in their seeds alone.
 *
 * @param number of the study
 * @param p of the one comparison
 * @param alarm whether a difference was told
 * @param sentence what was told
 */
record NothingDiffers(int number, double p, boolean alarm, String sentence) {

  private static final MadeTask TASK = MadeTask.COUNT;
  private static final int ROWS = 400;
  private static final int EPOCHS = 2;

  /** No two trials of all studies share a seed. */
  private static final int SEEDS_OF_A_STUDY = 10_000;

  /** Runs so many studies. */
  static List<NothingDiffers> of(StudyFolder folder, int studies, int seeds)
      throws IOException, InterruptedException {
    String base = folder.experiment(TASK, ROWS, EPOCHS);
    List<NothingDiffers> all = new ArrayList<>();
    for (int number = 1; number <= studies; number++) {
      all.add(one(folder, base, number, seeds));
      System.out.println(all.get(number - 1).sentence());
    }
    return all;
  }

  private static NothingDiffers one(StudyFolder folder, String base, int number, int seeds)
      throws IOException, InterruptedException {
    JsonNode report =
        folder.run(
            "nothing-" + number,
            """
            base = "%s"
            metric = log-loss
            baseline = these
            seeds = %d
            first-seed = %d
            variants = [{ name = these }, { name = others, seed-offset = %d }]
            """
                .formatted(base, seeds, number * SEEDS_OF_A_STUDY, SEEDS_OF_A_STUDY / 2));
    JsonNode comparison = report.get("comparisons").get(0);
    String verdict = comparison.get("verdict").asText();
    if (!List.of("BETTER", "WORSE", "NOT_SHOWN").contains(verdict)) {
      throw new IllegalStateException("nothing was tested: " + report.get("sentences"));
    }
    return new NothingDiffers(
        number,
        comparison.get("p").doubleValue(),
        !verdict.equals("NOT_SHOWN"),
        report.get("sentences").get(0).asText());
  }
}
