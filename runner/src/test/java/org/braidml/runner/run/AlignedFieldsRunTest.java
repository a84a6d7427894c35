package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.braidml.runner.Golden;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One encoder over words and their tags, side by side, from file to predictions and attention. */
final class AlignedFieldsRunTest {

  private static final String EXPERIMENT =
      """
      data {
        source = "tagged.csv"
        split { seed = 1, validation = 0.2, test = 0.2 }
        fields.words { kind = text, column = words, tokenizer = whitespace, min-count = 1 }
        fields.tags { kind = text, column = tags, tokenizer = whitespace, min-count = 1 }
        target { column = label, kind = binary }
      }
      model {
        inputs.words { type = embedding, size = 6 }
        inputs.tags { type = one-hot }
        encoders.both {
          inputs = [words, tags]
          type = bilstm-attention
          hidden-size = 8
        }
        merger { type = concat }
        head { type = binary }
      }
      training { epochs = 12, batch-size = 16, optimizer { type = adam, learning-rate = 1e-2 } }
      """;

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));
  private Path file = Path.of("");

  /** The label is whether "run" is a verb in some place: neither words nor tags alone tell it. */
  private static String rows() {
    Random random = new Random(6);
    StringBuilder text = new StringBuilder("words,tags,label\n");
    for (int row = 0; row < 300; row++) {
      List<String> words = new ArrayList<>();
      List<String> tags = new ArrayList<>();
      boolean label = false;
      for (int t = 4 + random.nextInt(4); t >= 0; t--) {
        words.add(List.of("run", "dog", "sun").get(random.nextInt(3)));
        tags.add(random.nextInt(4) == 0 ? "verb" : "noun");
        int last = words.size() - 1;
        label |= words.get(last).equals("run") && tags.get(last).equals("verb");
      }
      text.append("%s,%s,%s\n".formatted(String.join(" ", words), String.join(" ", tags), label));
    }
    return text.toString();
  }

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    shop.write("tagged.csv", rows());
    file = shop.write("tagged.conf", EXPERIMENT);
  }

  @EachEngine
  void whatOnlyBothTellIsLearnt(String engine) throws IOException {
    RunDirectory run = shop.train(file, engine);
    double both = Json.read(run.reportJson()).at("/heads/0/metrics/accuracy").asDouble();
    assertThat(both).isGreaterThan(0.95);
    assertThat(Files.readString(run.reportHtml())).contains("words");
    Path rows = folder.resolve("tagged.csv");
    Path out = folder.resolve("out.csv");
    String[] predict = {
      "predict", run.path().toString(), "--in", rows.toString(), "--out", out.toString()
    };
    assertThat(shop.braid(predict)).as(shop.err).isZero();
    assertThat(shop.braid("explain", run.path().toString(), "--in", rows.toString()))
        .as(shop.err)
        .isZero();
    shop.write("tagged.csv", "words,tags\nrun dog,verb noun\nrun,verb noun\n");
    assertThat(shop.braid(predict)).isEqualTo(2);
    assertThat(shop.err).contains("\"tags\" has 2 steps where \"words\" has 1", "tagged.csv:3");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() throws IOException {
    StringBuilder told = new StringBuilder();
    shop.write("tagged.csv", rows() + "run dog,verb,true\nrun,verb noun,true\n");
    told.append(refused("unequal lengths"));
    shop.write("tagged.csv", rows());
    told.append(refused("one is cut", "data.fields.tags.max-length=4"));
    told.append(refused("no field", "model.encoders.both.inputs=[words, tag]"));
    told.append(refused("one field", "model.encoders.both.inputs=[words]"));
    told.append(refused("both keys", "model.encoders.both.input=words"));
    told.append(
        refused(
            "a static one",
            "data.fields.tags=null",
            "data.fields.tags={kind=static, category=[tags]}",
            "model.inputs.tags=null"));
    Golden.matches("messages/aligned", told.toString());
  }

  private String refused(String title, String... sets) {
    return shop.refused(title, file, sets);
  }
}
