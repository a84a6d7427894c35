package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.braidml.runner.Golden;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any number of labels a row, from file to predictions and comparison. */
final class LabelsRunTest {

  private static final String LISTED =
      "data.target={kind=multilabel, column=topics, delimiter=\"|\"}";
  private static final String TRUTHS = "data.target={kind=multilabel, columns=[price, size]}";

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));
  private Path file = Path.of("");

  /** A review is of each topic that it names; some name none. */
  private static String rows() {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("words,topics,price,size,day\n");
    for (int row = 0; row < 240; row++) {
      boolean price = random.nextInt(3) == 0;
      boolean size = random.nextInt(2) == 0;
      String words = "a dress" + (price ? " cheap" : "") + (size ? " narrow" : "");
      String topics = (price ? "price" : "") + (price && size ? "|" : "") + (size ? "size" : "");
      text.append("%s,%s,%s,%s,%s\n".formatted(words, topics, price, size ? "yes" : "no", row));
    }
    return text.toString();
  }

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    shop.write("topics.csv", rows());
    file =
        shop.write(
            "topics.conf",
            """
            data {
              source = "topics.csv"
              split { seed = 1, validation = 0.2, test = 0.2 }
              fields.words { kind = text, column = words, min-count = 1 }
            }
            model {
              inputs.words { type = embedding, size = 8 }
              encoders.words { type = mean-embedding }
              merger { type = concat }
              head { type = multilabel, units = [8] }
            }
            training { epochs = 30, batch-size = 16, optimizer { type = adam, learning-rate = 3e-2 } }
            """);
  }

  @EachEngine
  void aListOfLabelsIsLearntAndPredicted(String engine) throws IOException {
    RunDirectory run = shop.train(file, engine, LISTED);
    assertThat(shop.out).contains("48 test rows").contains("share of each label");
    JsonNode head = Json.read(run.reportJson()).path("heads").path(0);
    assertThat(head.path("kind").asText()).isEqualTo("multilabel");
    assertThat(head.path("rows").asInt()).isEqualTo(48);
    assertThat(head.path("metrics").path("macro-pr-auc").asDouble()).isGreaterThan(0.99);
    assertThat(head.path("metrics").path("subset-accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(head.path("baseline").path("subset-accuracy").asDouble()).isLessThan(0.7);
    assertThat(head.path("labels").findValuesAsText("label")).containsExactly("price", "size");
    assertThat(head.path("labels").path(0).path("pr-auc").asDouble()).isGreaterThan(0.99);
    List<String> lines = Files.readAllLines(run.predictions());
    assertThat(lines.get(0)).isEqualTo("row,target,p(price),p(size),target (true)");
    assertThat(lines).hasSize(49);
    assertThat(String.join("\n", lines))
        .contains("\"[\"\"price\"\",\"\"size\"\"]\"")
        .contains("[]");
    assertThat(Files.readString(run.reportHtml())).contains("Each label");
    assertThat(shop.braid("compare", run.path().toString(), run.path().toString()))
        .as(shop.err)
        .isZero();
    assertThat(shop.out).contains("subset-accuracy", "48");
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
  }

  /** The labels are the same, and so is the run. */
  @EachEngine
  void columnsOfTruthsAreTheSameLabels(String engine) {
    RunDirectory listed = shop.train(file, engine, LISTED, "training.epochs=2");
    RunDirectory truths = shop.train(file, engine, TRUTHS, "training.epochs=2");
    assertThat(truths.bundle().resolve("parameters.safetensors"))
        .hasSameBinaryContentAs(listed.bundle().resolve("parameters.safetensors"));
  }

  @Test
  void damagedLabelsAreRefused() throws IOException {
    StringBuilder told = new StringBuilder();
    told.append(refused("another delimiter", "data.target={kind=multilabel, column=day}"));
    shop.write("topics.csv", rows().replace("narrow,size,", "narrow,size|size,"));
    told.append(refused("twice", LISTED));
    shop.write("topics.csv", rows().replaceFirst("false,no,", "false,maybe,"));
    told.append(refused("no truth", TRUTHS));
    shop.write("topics.csv", rows().replace("true", "false"));
    told.append(refused("none of the rows", TRUTHS));
    told.append(
        refused("both", "data.target={kind=multilabel, column=topics, columns=[price, size]}"));
    told.append(refused("one column", "data.target={kind=multilabel, columns=[price]}"));
    shop.write("topics.csv", rows());
    told.append(refused("another head", LISTED, "model.head.type=binary"));
    told.append(refused("weights", LISTED, "model.head.positive-weights=[1,2,3]"));
    Golden.matches("messages/labels", told.toString());
  }

  private String refused(String title, String... sets) {
    return shop.refused(title, file, sets);
  }
}
