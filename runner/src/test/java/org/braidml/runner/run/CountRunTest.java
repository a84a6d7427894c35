package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.io.TempDir;

/** Counts, and a second head that counts half in the loss: the example of goals, by few epochs. */
final class CountRunTest {

  private static final Path GOALS = Path.of("../examples/goals/goals.conf");
  private static final Path NUMBERS = Path.of("../examples/documents/numbers.csv");

  @TempDir Path folder;

  @EachEngine
  void goalsAreCountedAndPredicted(String engine) throws Exception {
    Shop shop = new Shop(folder);
    RunDirectory run = shop.train(GOALS, engine, "training.epochs=8");
    assertThat(shop.out).containsPattern("goals, 240 test rows +this run +mean");
    JsonNode heads = Json.read(run.reportJson()).path("heads");
    assertThat(heads.findValuesAsText("kind")).containsExactly("count", "binary");
    JsonNode goals = heads.path(0);
    for (String metric : List.of("poisson-deviance", "rmse", "mae")) {
      double reached = goals.path("metrics").path(metric).asDouble();
      assertThat(reached).as(metric).isLessThan(goals.path("baseline").path(metric).asDouble());
    }
    List<String> lines = Files.readAllLines(run.predictions());
    assertThat(lines.get(0))
        .isEqualTo("row,goals,goals (true),wins,p(wins: no),p(wins: yes),wins (true)");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(Double.parseDouble(cells[1])).as(line).isPositive().isLessThan(10);
      assertThat(Double.parseDouble(cells[2]) % 1).as(line).isZero();
    }
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
    double deviance = goals.path("metrics").path("poisson-deviance").asDouble();
    assertThat(shop.out)
        .containsPattern(
            "goals\\.poisson-deviance +" + String.format(Locale.ROOT, "%.4f", deviance));
    Path out = folder.resolve("out.csv");
    String[] predict = {
      "predict", run.path().toString(), "--in", NUMBERS.toString(), "--out", out.toString()
    };
    assertThat(shop.braid(predict)).as(shop.err).isZero();
    List<String> predicted = Files.readAllLines(out);
    assertThat(predicted).hasSize(1_201);
    // A test row is predicted as it was in the run, but for the size of its batch.
    String[] tested = lines.get(1).split(",", -1);
    String[] again = predicted.get(1 + Integer.parseInt(tested[0])).split(",", -1);
    assertThat(Double.parseDouble(again[1]))
        .isCloseTo(Double.parseDouble(tested[1]), withPercentage(0.01));
  }

  /** The loss is the sum of both, each by its weight; without one a head learns less. */
  @EachEngine
  void theWeightOfAHeadCounts(String engine) throws Exception {
    Shop shop = new Shop(folder);
    JsonNode half = validation(shop.train(GOALS, engine, "training.epochs=1"));
    String weight = "model.heads.wins.weight=";
    JsonNode none = validation(shop.train(GOALS, engine, "training.epochs=1", weight + "1e-9"));
    double wins = half.path("wins.log-loss").asDouble();
    assertThat(none.path("wins.log-loss").asDouble()).isGreaterThan(wins);
    // Half of the deviance is the loss of counts.
    double goals = half.path("goals.poisson-deviance").asDouble() / 2;
    assertThat(half.path("loss").asDouble()).isCloseTo(goals + 0.5 * wins, withPercentage(0.01));
  }

  private static JsonNode validation(RunDirectory run) throws Exception {
    return Json.read(run.reportJson()).path("epochs").path(0).path("validation");
  }
}
