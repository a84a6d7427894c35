package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.io.TempDir;

/** A target that only the times between measurements tell, from file to predictions. */
final class GapsRunTest {

  private static final int SUBJECTS = 200;

  private static final String EXPERIMENT =
      """
      data {
        source {
          type = long, path = "stays.csv", id = who, times = gaps, gap = since
          series = [pulse, breath], statics = [slow]
        }
        fields.course {
          kind = series, channels = [pulse, breath, since], missing = forward, observed = true
        }
        target { column = slow, kind = binary }
      }
      model {
        encoders.course { type = lstm, hidden-size = 8 }
        merger { type = concat }
        head { type = binary }
      }
      training { epochs = 12, batch-size = 16, optimizer { type = adam, learning-rate = 1e-2 } }
      """;

  @TempDir Path folder;

  /**
   * Pulse and breath are noise, and so is how often they are measured; slow subjects rest longer.
   */
  private static String rows() {
    Random random = new Random(5);
    List<String> rows = new ArrayList<>();
    for (int who = 0; who < SUBJECTS; who++) {
      boolean slow = random.nextBoolean();
      rows.add(who + ",0,slow," + (slow ? 1 : 0));
      double time = 10 * random.nextDouble();
      for (int steps = 2 + random.nextInt(5); steps > 0; steps--) {
        rows.add(who + "," + time + ",pulse," + random.nextGaussian());
        if (random.nextBoolean()) {
          rows.add(who + "," + time + ",breath," + random.nextGaussian());
        }
        time += (slow ? 2 : 0.25) + random.nextDouble() / 2;
      }
    }
    Collections.shuffle(rows, random);
    return "who,time,variable,value\n" + String.join("\n", rows) + "\n";
  }

  @EachEngine
  void aModelLearnsFromTheTimesBetweenMeasurements(String engine) throws Exception {
    Shop shop = new Shop(folder);
    Path stays = shop.write("stays.csv", rows());
    RunDirectory run = shop.train(shop.write("stays.conf", EXPERIMENT), engine);
    JsonNode metrics = Json.read(run.reportJson()).path("heads").path(0).path("metrics");
    assertThat(metrics.path("accuracy").asDouble()).isGreaterThan(0.95);
    Path out = folder.resolve("out.csv");
    String[] predict = {
      "predict", run.path().toString(), "--in", stays.toString(), "--out", out.toString()
    };
    assertThat(shop.braid(predict)).as(shop.err).isZero();
    List<String> predicted = Files.readAllLines(out);
    assertThat(predicted).hasSize(1 + SUBJECTS);
    // Test subjects are predicted as they were in the run, but for the size of their batch.
    List<String> tested = Files.readAllLines(run.predictions());
    for (String line : tested.subList(1, tested.size())) {
      int subject = Integer.parseInt(line.split(",", -1)[0]);
      assertThat(chance(predicted, 1 + subject))
          .isCloseTo(chance(tested, tested.indexOf(line)), within(1e-5));
    }
  }

  /** The probability of the class 1 in a line. */
  private static double chance(List<String> lines, int line) {
    int column = List.of(lines.get(0).split(",", -1)).indexOf("p(1)");
    return Double.parseDouble(lines.get(line).split(",", -1)[column]);
  }
}
