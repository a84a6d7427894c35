package org.braidml.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.braidml.api.EncodingSpec;
import org.braidml.api.FittedBlock;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.golden.EachCase;
import org.braidml.golden.GoldenCase;
import org.braidml.testkit.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code pca-init} is set to: by scikit-learn (src/test/golden/pca.py), and by hand. */
final class PcaInitFitTest {

  private static final int BATCH = 3;

  static Stream<Arguments> cases() {
    return Stream.concat(EachCase.of("golden/pca.json"), EachCase.of("by-hand/pca.conf"));
  }

  /** Values, all exact in float32, are summed in double: 1e-9 is digits to spare. */
  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void componentsMeanAndShareAreThoseDue(String engine, GoldenCase golden) {
    ProjectionBlock block = Configured.projection(golden.hocon(), golden.specs().get(0));
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
      NDArray rows = rows(manager, golden);
      FittedBlock.Fitted fitted = fitted(block, rows, manager);
      close(fitted, "map.weight", golden.numbers("weight"));
      close(fitted, "map.bias", golden.numbers("bias"));
      String percent =
          String.format(Locale.ROOT, "%.1f %%", 100 * golden.json().getDouble("share"));
      assertThat(fitted.summary()).endsWith(" components, " + percent + " of variance");
    }
  }

  /** A map in float32 of numbers up to 1000 loses 1e-4 of a number near 1. */
  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void aFittedBlockTransformsAsThePrincipalComponentsDo(String engine, GoldenCase golden) {
    ProjectionBlock block = Configured.projection(golden.hocon(), golden.specs().get(0));
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
      NDArray rows = rows(manager, golden);
      ParameterPaths.assign(block, fitted(block, rows, manager).values());
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      float[] output = block.forward(pass, rows).toFloatArray();
      double[] due = golden.numbers("output").values();
      for (int i = 0; i < due.length; i++) {
        assertThat((double) output[i]).as("output " + i).isCloseTo(due[i], within(1e-3));
      }
    }
  }

  @Test
  void theFitComesAfterTheWarmUp() {
    FittedBlock block =
        (FittedBlock)
            Configured.projection(
                "type = pca-init, size = 2, warm-up-epochs = 5", new EncodingSpec("x", 4));
    assertThat(block.epochsBeforeFit()).isEqualTo(5);
  }

  /** Batches of three rows, as a training run shows them. */
  private static FittedBlock.Fitted fitted(ProjectionBlock block, NDArray rows, NDManager manager) {
    FittedBlock.Fit fit = ((FittedBlock) block).startFit();
    Pass pass =
        Pass.evaluation(new ParameterStore(manager, false))
            .observedBy(
                (shown, input) -> {
                  assertThat(shown).isSameAs(block);
                  fit.add(input);
                });
    long count = rows.getShape().get(0);
    for (long from = 0; from < count; from += BATCH) {
      block.forward(pass, rows.get("{}:{}", from, Math.min(count, from + BATCH)));
    }
    return fit.end();
  }

  private static NDArray rows(NDManager manager, GoldenCase golden) {
    GoldenCase.Numbers numbers = golden.inputs().get(0);
    float[] values = new float[numbers.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.values()[i];
    }
    return manager.create(values, numbers.shape());
  }

  private static void close(FittedBlock.Fitted fitted, String name, GoldenCase.Numbers due) {
    double[] given = Objects.requireNonNull(fitted.values().get(name), name);
    assertThat(given).as(name).hasSameSizeAs(due.values());
    for (int i = 0; i < given.length; i++) {
      assertThat(given[i]).as(name + "[" + i + "]").isCloseTo(due.values()[i], within(1e-9));
    }
  }
}
