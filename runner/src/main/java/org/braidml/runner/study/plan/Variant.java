package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigRenderOptions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.Layer;
import org.braidml.runner.experiment.ResolvedText;

/**
 * One variant, bound.
 *
 * @param name how it is called
 * @param cell its values
 * @param experiment what it trains
 * @param reference whether it is a simple model that is not compared
 */
record Variant(String name, Cell cell, Experiment experiment, boolean reference) {

  private static final String SEED_OFFSET = "seed-offset";

  /** Returns the whole experiment as text, which tells whether two variants are one. */
  String text() {
    String seeds = cell.seedOffset() == 0 ? "" : "\n" + SEED_OFFSET + " = " + cell.seedOffset();
    return ResolvedText.of(experiment.config()) + seeds;
  }

  /** Returns the name of its folder, the place in the plan first. */
  String folder(int place) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = plain.replaceAll("^-|-$", "");
    return String.format(
            Locale.ROOT, "%02d-%s", place, cut.length() > 40 ? cut.substring(0, 40) : cut)
        .replaceAll("-$", "");
  }

  /** Returns what it sets, by key; a reference sets it over the baseline variant. */
  Map<String, String> sets() {
    Map<String, String> sets = new TreeMap<>();
    for (Layer layer : cell.layers()) {
      Leaves.of(
          layer.values(),
          "",
          (key, value) -> {
            sets.keySet().removeIf(other -> key.startsWith(other + "."));
            sets.put(key, value.render(concise()));
          });
    }
    if (cell.seedOffset() != 0) {
      sets.put(SEED_OFFSET, Long.toString(cell.seedOffset()));
    }
    return sets;
  }

  static ConfigRenderOptions concise() {
    return ConfigRenderOptions.concise().setJson(false);
  }
}
