package org.braidml.runner.data.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeriesEncodingTest {

  @Test
  void moreNumbersThanAnArrayHoldsAreToldWithARemedy() {
    assertThat(SeriesEncoding.tooMany(2_147_483_639, 1, "data.fields.x")).isEmpty();
    assertThat(SeriesEncoding.tooMany(400_000_000, 6, "data.fields.x"))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.path()).isEqualTo("data.fields.x");
              assertThat(problem.what())
                  .isEqualTo(
                      "400,000,000 steps of 6 numbers each, and a field holds no more than"
                          + " 2,147,483,639 numbers");
            });
    assertThat(SeriesEncoding.tooMany(1L << 33, 1, "data.fields.x")).isPresent();
  }
}
