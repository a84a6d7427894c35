package org.braidml.features;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.braidml.api.SpecException;
import org.braidml.api.StaticSpec;
import org.braidml.api.StaticSpec.Category;
import org.braidml.api.config.ConfigurationException;
import org.braidml.testkit.Configured;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

  private static StaticSpec categories(Category... categories) {
    return new StaticSpec("customer", List.of(), List.of(categories));
  }

  @Test
  void channelsNeedOneValueAtLeast() {
    assertThatThrownBy(
            () -> Configured.encoder("type = one-hot", categories(new Category("colour", 1))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            static-feature-encoder: the field "customer" tells examples by nothing: no number, and categories \
            without any value in the training rows
            give the field other columns, or leave the encoder out""");
  }

  @Test
  void sizesAreOfCategoriesOfTheField() {
    StaticSpec input = categories(new Category("colour", 3), new Category("size", 4));
    assertThatThrownBy(() -> Configured.encoder("type = embedding, sizes { color = 2 }", input))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            static-feature-encoder.sizes: the field "customer" has no category "color"
            did you mean "colour"?
            found: colour, size""");
  }

  @Test
  void mlpNeedsLayers() {
    assertThatThrownBy(
            () -> Configured.encoder("type = mlp, units = []", categories(new Category("c", 3))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("units is empty: it needs the width of at least one layer");
  }
}
