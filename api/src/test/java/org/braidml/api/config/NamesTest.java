package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {

  @Test
  void javaNamesBecomeKebabCase() {
    assertThat(Names.kebab("hiddenSize")).isEqualTo("hidden-size");
    assertThat(Names.kebab("SequenceEncoder")).isEqualTo("sequence-encoder");
    assertThat(Names.kebab("beta1")).isEqualTo("beta1");
    assertThat(Names.kebab("VALID_ONLY")).isEqualTo("valid-only");
  }

  @Test
  void aConstantIsWrittenAsItsTextSaysOrInKebabCase() {
    assertThat(Names.ofConstant(Samples.Padding.VALID_ONLY)).isEqualTo("valid-only");
    assertThat(Names.ofConstant(Samples.Mixed.FAST)).isEqualTo("Fast");
  }

  @Test
  void aKeyWithSpecialCharactersIsQuotedInAPath() {
    assertThat(Names.join("", "a-b_1")).isEqualTo("a-b_1");
    assertThat(Names.join("a", "b c")).isEqualTo("a.\"b c\"");
    assertThat(Names.join("a", "b.c")).isEqualTo("a.\"b.c\"");
  }
}
