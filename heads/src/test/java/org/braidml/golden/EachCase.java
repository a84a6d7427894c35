package org.braidml.golden;

import java.util.stream.Stream;
import org.braidml.api.nn.Engines;
import org.junit.jupiter.params.provider.Arguments;

/** Every case of a golden file on every engine. */
public final class EachCase {

  private EachCase() {}

  /** Engine and case. */
  public static Stream<Arguments> of(String file) {
    return Engines.available().stream()
        .flatMap(engine -> GoldenCase.read(file).map(golden -> Arguments.of(engine, golden)));
  }
}
