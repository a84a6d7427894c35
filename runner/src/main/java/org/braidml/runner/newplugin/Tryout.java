package org.braidml.runner.newplugin;

import org.braidml.api.plugin.Spi;

/**
 * How a new box is tried at once: an example of Braid with the box in it.
 *
 * @param experiment the file, from Braid's folder
 * @param set the {@code key=value} that puts the box into it
 */
public record Tryout(String experiment, String set) {

  private static final String NAMES = "examples/names/names.conf";
  private static final String REVIEWS = "examples/reviews-made/reviews-made.conf";

  /** Returns the example for a plug-in. */
  public static Tryout of(Spi spi, String id) {
    return switch (spi.key()) {
      case "sequence-encoder" -> new Tryout(NAMES, "model.encoders.name.type=" + id);
      case "sequence-transform" -> list("model.encoders.name.transforms", id);
      case "recurrent-cell" ->
          new Tryout(NAMES, "model.encoders.name={type=cell-rnn,cell={type=" + id + "}}");
      case "pooling" -> new Tryout(NAMES, "model.encoders.name.pooling.type=" + id);
      case "static-feature-encoder" -> new Tryout(REVIEWS, "model.encoders.customer.type=" + id);
      case "merger" -> new Tryout(NAMES, "model.merger.type=" + id);
      case "projection" -> list("model.encoders.name.projections", id);
      case "head" -> new Tryout(NAMES, "model.head.type=" + id);
      default -> throw new IllegalArgumentException("no template for a " + spi.key());
    };
  }

  private static Tryout list(String key, String id) {
    return new Tryout(NAMES, key + "=[{type=" + id + "}]");
  }

  /** Returns the option as a shell takes it. */
  public String option() {
    return "--set " + (set.matches("[A-Za-z0-9.=_-]+") ? set : "'" + set + "'");
  }
}
