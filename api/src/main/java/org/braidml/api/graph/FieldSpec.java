package org.braidml.api.graph;

import java.util.OptionalInt;
import org.braidml.api.StaticSpec;

/** What is known of a field once its features are fitted, before any array exists. */
public sealed interface FieldSpec {

  /** Returns the field's name. */
  String name();

  /**
   * A sequence of ids, {@code (B, T)}.
   *
   * @param name the field
   * @param vocabulary how many ids there are: ids lie in {@code [0, vocabulary)}. Of a vocabulary
   *     of the training rows 0 is padding and 1 stands for what they do not hold; of a tokenizer
   *     that was made elsewhere ids are its own. Padded steps have the id 0 in any case
   * @param fixedLength T, if every row has the same
   */
  record Tokens(String name, int vocabulary, OptionalInt fixedLength) implements FieldSpec {}

  /**
   * A sequence of numbers, {@code (B, T, F)}.
   *
   * @param name the field
   * @param width F
   * @param fixedLength T, if every row has the same
   */
  record Values(String name, int width, OptionalInt fixedLength) implements FieldSpec {}

  /**
   * Static features, {@code (B, S)} numbers and {@code (B, K)} categories.
   *
   * @param spec the numbers and the categories
   */
  record Statics(StaticSpec spec) implements FieldSpec {

    @Override
    public String name() {
      return spec.name();
    }
  }
}
