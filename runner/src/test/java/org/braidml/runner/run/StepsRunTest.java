package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels and numbers at every step, and several heads on one target, from file to predictions. */
final class StepsRunTest {

  static final String EXPERIMENT =
      """
      data {
        source = "steps.csv"
        fields.words { kind = text, column = words, min-count = 1 }
        targets {
          tags  { kind = per-step-binary, column = tags, field = words, positive = new }
          count { kind = per-step-regression, column = count, field = words }
          long  { kind = binary, column = long }
        }
      }
      model {
        inputs.words { type = embedding, size = 8 }
        encoders.words { type = lstm, hidden-size = 16 }
        merger { type = concat }
        heads {
          tags  { type = per-step-binary, on = "states(words)" }
          count { type = per-step-regression, on = "states(words)", weight = 0.5 }
          long  { type = binary }
          two   { target = long, type = multiclass }
        }
      }
      training { epochs = 12, batch-size = 16, optimizer { type = adam, learning-rate = 1e-2 } }
      """;

  @TempDir Path folder;

  /** A word is new where it is not the one before; the count is that of a's so far. */
  static String rows(int count) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("words,tags,count,long\n");
    for (int row = 0; row < count; row++) {
      StringBuilder words = new StringBuilder();
      StringBuilder tags = new StringBuilder();
      StringBuilder counts = new StringBuilder();
      char before = ' ';
      int seen = 0;
      int length = 1 + random.nextInt(6);
      for (int t = 0; t < length; t++) {
        char word = "ab".charAt(random.nextInt(2));
        seen += word == 'a' ? 1 : 0;
        words.append(t == 0 ? "" : " ").append(word);
        tags.append(t == 0 ? "" : " ").append(word == before ? "old" : "new");
        counts.append(t == 0 ? "" : " ").append(seen);
        before = word;
      }
      text.append(words + "," + tags + "," + counts + "," + (length > 3 ? "yes" : "no") + "\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void everyStepIsLearnedAndPredicted(String engine) throws Exception {
    Shop shop = new Shop(folder);
    shop.write("steps.csv", rows(300));
    RunDirectory run = shop.train(shop.write("steps.conf", EXPERIMENT), engine);
    assertThat(shop.out).contains("test steps").contains("test rows");
    List<String> lines = Files.readAllLines(run.predictions());
    assertThat(lines.get(0))
        .isEqualTo(
            "row,count,count (true),long by long,p(long by long: no),p(long by long: yes),"
                + "long by long (true),tags,tags (true),long by two,p(long by two: no),"
                + "p(long by two: yes),long by two (true)");
    String last = lines.get(lines.size() - 1);
    assertThat(last).contains("[\"\"new\"\"").containsPattern("\"?\\[[0-9.,-]+\\]");
    var report = Json.read(run.path().resolve("report.json")).path("heads");
    assertThat(report).hasSize(4);
    report.forEach(
        head -> {
          double best = head.path("head").asText().equals("count") ? 0.9 : 0.95;
          String metric = head.path("head").asText().equals("count") ? "r2" : "accuracy";
          assertThat(head.path("metrics").path(metric).asDouble())
              .as(head.path("head").asText())
              .isGreaterThan(best);
        });
    int code =
        shop.braid(
            "predict",
            run.path().toString(),
            "--in",
            folder.resolve("steps.csv").toString(),
            "--out",
            folder.resolve("p.csv").toString());
    assertThat(code).as(shop.err).isZero();
    assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSize(301);
  }
}
