package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnginesTest {

  @OnBothEngines
  void anEngineIsFoundByItsName(String engine) {
    assertThat(Engines.get(engine).getEngineName()).isEqualTo(engine);
  }

  @Test
  void anUnknownNameListsTheEnginesFound() {
    assertThat(Engines.available()).containsExactly("MXNet", "PyTorch");
    assertThatThrownBy(() -> Engines.get("TensorFlow"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no engine is named \"TensorFlow\"; on the class path: MXNet, PyTorch");
  }
}
