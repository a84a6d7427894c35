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

/** A forecast beside the number as it stood, from a file whose days are in no order. */
final class LastValueRunTest {

  private static final int DAYS = 120;

  private static final String EXPERIMENT =
      """
      data {
        source = "days.csv"
        split { time = day, validation = 0.2, test = 0.2 }
        windows { series = [price], length = 3, order = day, horizon = 2, history = earlier }
        fields.past { kind = series, channels = [price-window] }
        targets {
          price { column = price, kind = regression, scaling = log1p }
          other { column = other, kind = regression }
        }
      }
      model {
        encoders.past { type = lstm, hidden-size = 4 }
        merger { type = concat }
        heads { price { type = regression }, other { type = regression } }
      }
      training { epochs = 1, batch-size = 7 }
      """;

  @TempDir Path folder;

  @EachEngine
  void theLastValueIsMeasuredOnTheRowsOfTheMetricsInTheirUnit(String engine) throws Exception {
    Random random = new Random(3);
    double[] price = random.doubles(DAYS, 10, 500).map(Math::rint).toArray();
    List<Integer> order = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      order.add(day);
    }
    Collections.shuffle(order, random);
    StringBuilder csv = new StringBuilder("day,price,other\n");
    order.forEach(day -> csv.append(day + "," + price[day] + "," + day % 5 + "\n"));
    Shop shop = new Shop(folder);
    shop.write("days.csv", csv.toString());

    RunDirectory run = shop.train(shop.write("days.conf", EXPERIMENT), engine);

    List<String> lines = Files.readAllLines(run.predictions());
    assertThat(lines.get(0)).isEqualTo("row,other,other (true),price,price (true)");
    double squares = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      int day = order.get(Integer.parseInt(cells[0]));
      double error = price[day - 2] - Double.parseDouble(cells[4]);
      squares += error * error;
    }
    assertThat(lines).hasSize(1 + DAYS / 5);
    double rmse = Math.sqrt(squares / (lines.size() - 1));
    JsonNode heads = Json.read(run.reportJson()).path("heads");
    assertThat(heads.findValuesAsText("head")).containsExactly("other", "price");
    assertThat(heads.path(0).has("last-value")).isFalse();
    assertThat(heads.path(1).at("/last-value/rmse").asDouble()).isCloseTo(rmse, within(1e-4));
    assertThat(heads.path(1).at("/baseline/rmse").asDouble()).isNotCloseTo(rmse, within(1.0));
    assertThat(shop.out)
        .containsPattern("other, 24 test rows +this run +mean *\n")
        .containsPattern("price, 24 test rows +this run +mean +last value *\n")
        .containsPattern(" rmse +[0-9.]+ +[0-9.]+ +%.4f *\n".formatted(rmse));
    assertThat(Files.readString(run.reportHtml())).contains("Baseline: last value");
  }
}
