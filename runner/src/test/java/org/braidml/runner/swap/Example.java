package org.braidml.runner.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.source.JdkNames;
import org.braidml.runner.data.table.Table;

/**
 * An example whose boxes are swapped.
 *
 * @param name of its folder and file
 * @param sequences its sequence encoder
 * @param statics its encoder of static features; empty if there is none
 * @param sets the overrides that make its runs short
 */
record Example(String name, String sequences, String statics, List<String> sets) {

  /** One name of this many is kept. */
  private static final int NAMES = 36;

  /** Names of many kinds in 35 languages, some 500 of them. */
  static Example names(Path folder) throws IOException {
    Path rows = folder.resolve("names.csv");
    Files.writeString(rows, someNames(), StandardCharsets.UTF_8);
    return new Example("names", "name", "kind", List.of("data.source=" + rows));
  }

  /** 400 made reviews. */
  static Example reviewsMade() {
    return new Example("reviews-made", "review", "customer", List.of("data.source.rows=400"));
  }

  /** All 640 pairs of vowels, in few steps; there are no static features. */
  static Example vowels() {
    return new Example("vowels", "vowels", "", List.of("training.batch-size=64"));
  }

  /** 200 movements of a hand, all of one length, as flattening needs. */
  static Example gunpoint() {
    return new Example("gunpoint", "shape", "", List.of());
  }

  String file() {
    return "../examples/" + name + "/" + name + ".conf";
  }

  /** Returns every swap of its boxes, allowed or not. */
  List<Swap> swaps(Registry registry) {
    boolean alone = statics.isEmpty();
    String other = alone ? sequences : statics;
    List<Swap> swaps = new ArrayList<>();
    swaps.addAll(Swap.all(registry, sequences, SequenceEncoder.class, other));
    if (!alone) {
      swaps.addAll(Swap.all(registry, statics, StaticFeatureEncoder.class, sequences));
    }
    return swaps;
  }

  private static String someNames() {
    Table table = JdkNames.table();
    StringBuilder text = new StringBuilder("name,kind,language\n");
    for (int row = 0; row < table.size(); row += NAMES) {
      text.append('"')
          .append(String.valueOf(table.column("name").get(row)).replace("\"", "\"\""))
          .append("\",")
          .append(table.column("kind").get(row))
          .append(',')
          .append(table.column("language").get(row))
          .append('\n');
    }
    return text.toString();
  }
}
