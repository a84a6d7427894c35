package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {

  private static final List<String> IDS =
      List.of("bilstm-attention", "conv-lstm", "gru", "lstm", "mean", "max");

  @Test
  void aSlipOfThePenFindsItsWord() {
    assertThat(Nearest.to("lsmt", IDS)).contains("lstm");
    assertThat(Nearest.to("LSTM", IDS)).contains("lstm");
    assertThat(Nearest.to("convlstm", IDS)).contains("conv-lstm");
    assertThat(Nearest.to("hidden_size", List.of("hidden-size", "size"))).contains("hidden-size");
    assertThat(Nearest.to("hidden-sizee", List.of("hidden-size", "size"))).contains("hidden-size");
  }

  @Test
  void theStartOfAWordFindsTheWhole() {
    assertThat(Nearest.to("bi-lstm", IDS)).contains("bilstm-attention");
    assertThat(Nearest.to("attention", IDS)).contains("bilstm-attention");
  }

  @Test
  void oneEditIsNearerThanTheStartOfAWord() {
    assertThat(Nearest.to("means", List.of("mean", "means-of-all"))).contains("mean");
  }

  @Test
  void whatIsFarFromAllHasNoNearest() {
    assertThat(Nearest.to("transformer", IDS)).isEmpty();
    assertThat(Nearest.to("x", IDS)).isEmpty();
    assertThat(Nearest.to("", IDS)).isEmpty();
    assertThat(Nearest.to("", List.of("", "a"))).isEmpty();
  }

  @Test
  void aSwapOfNeighboursIsOneEdit() {
    assertThat(Nearest.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Nearest.distance("ca", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }
}
