package org.braidml.runner.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.Box;
import org.braidml.api.nn.ParameterPaths;

/** The invariants of the design, on one model and one engine; the numbers are those of DESIGN. */
final class ModelChecks {

  /** Seeds tried until a parameter has a gradient: a narrow relu layer may be dead in several. */
  private static final int SEEDS = 10;

  /** Steps that are enough for two transforms and a convolution, of the widest drawn windows. */
  private static final int MANY_STEPS = 120;

  private final RandomModel random;
  private final String engine;
  private final long seed;
  private final Batch batch;
  private final Map<String, float[]> predictions;
  private final Map<String, float[]> gradients;

  ModelChecks(RandomModel random, String engine, long seed) {
    this.random = random;
    this.engine = engine;
    this.seed = seed;
    this.batch = batch(0);
    try (Live live = live(seed)) {
      predictions = live.predictions(batch);
      gradients = live.gradients(batch);
    }
  }

  private Batch batch(int salt) {
    Random stream = new Random(31 * seed + salt);
    Random shape = new Random(seed);
    return RandomBatches.of(random.fields(), stream, 2 + shape.nextInt(4), 0, 1 + shape.nextInt(7));
  }

  private Live live(long parameters) {
    return new Live(random, engine, parameters);
  }

  void paddingChangesNoBit() {
    Batch noisy = RandomBatches.noisy(batch, random.fields(), new Random(seed));
    try (Live live = live(seed)) {
      same("predictions after noise in the padding", predictions, live.predictions(noisy));
      same("gradients after noise in the padding", gradients, live.gradients(noisy));
    }
  }

  void otherRowsChangeNoBit() {
    Batch other = RandomBatches.firstRowOf(batch, batch(1));
    try (Live live = live(seed)) {
      same("row 0 beside other rows", firstRow(predictions), firstRow(live.predictions(other)));
    }
  }

  private Map<String, float[]> firstRow(Map<String, float[]> all) {
    Map<String, float[]> first = new LinkedHashMap<>();
    all.forEach((name, flat) -> first.put(name, Arrays.copyOf(flat, flat.length / batch.size())));
    return first;
  }

  void declaredSizesAreReal() {
    Map<String, Long> real = new TreeMap<>();
    try (Live live = live(seed)) {
      live.predictions(batch, real);
      Map<String, Long> declared = new TreeMap<>();
      long parameters = 0;
      for (Box box : live.model.boxes()) {
        declared.put(tap(box.path()), (long) box.outputWidth());
        parameters += box.parameters();
      }
      real.keySet().retainAll(declared.keySet());
      assertThat(real).as("widths").isEqualTo(declared);
      assertThat(parameters)
          .as("numbers that boxes learn")
          .isEqualTo(ParameterPaths.count(live.model));
    }
  }

  /** Where a box shows its output; the last of a chain of projections counts. */
  private static String tap(String path) {
    if (path.startsWith("inputs.")) {
      return path + ".values";
    }
    if (path.contains(".transforms[")) {
      return path.replaceFirst("transforms\\[(\\d+)]", "transform-$1.values");
    }
    if (path.startsWith("encoders.")) {
      return path.replaceFirst("\\.projections.*", "") + ".encoding";
    }
    if (path.equals("merger") || path.startsWith("projections[")) {
      return "merger.encoding";
    }
    return (path.equals("head") ? "heads.head" : path) + ".prediction";
  }

  void everyParameterLearns() {
    boolean shortens = random.text().contains("type = conv") || random.text().contains("-pool");
    if (shortens && random.isOfFixedLength()) {
      return; // what is left may be one step, at which a recurrent weight has no gradient
    }
    if (!random.readsMerged()) {
      return; // what no head reads has no gradient
    }
    Set<String> idle = new TreeSet<>(gradients.keySet());
    for (int salt = 0; salt < SEEDS && !idle.isEmpty(); salt++) {
      int least = shortens && salt > 0 ? MANY_STEPS : 3;
      Random stream = new Random(57 * seed + salt);
      Batch steps = RandomBatches.of(random.fields(), stream, 5, least, least + 2);
      try (Live live = live(seed + salt)) {
        live.gradients(steps)
            .forEach(
                (path, gradient) -> {
                  for (float number : gradient) {
                    assertThat(number).as("a gradient of %s", path).isFinite();
                    if (number != 0) {
                      idle.remove(path);
                    }
                  }
                });
      }
    }
    assertThat(idle).as("parameters whose gradient is 0 in every batch").isEmpty();
  }

  void gradientsAreFinite() {
    gradients.forEach(
        (path, gradient) -> {
          for (float number : gradient) {
            assertThat(number).as("a gradient of %s", path).isFinite();
          }
        });
  }

  void oneSeedIsOneModel() {
    try (Live live = live(seed)) {
      same("predictions of the same seed", predictions, live.predictions(batch));
      same("gradients of the same seed", gradients, live.gradients(batch));
    }
  }

  void enginesAgree(String other) {
    try (Live live = new Live(random, other, seed)) {
      live.predictions(batch)
          .forEach(
              (head, there) -> {
                float[] here = predictions.getOrDefault(head, new float[0]);
                assertThat(there).as("predictions of %s", head).hasSameSizeAs(here);
                for (int i = 0; i < there.length; i++) {
                  double allowed = 1e-6 + 1e-4 * Math.max(Math.abs(here[i]), Math.abs(there[i]));
                  assertThat((double) there[i])
                      .as("prediction %d of %s on %s", i, head, other)
                      .isCloseTo(here[i], org.assertj.core.data.Offset.offset(allowed));
                }
              });
    }
  }

  void savedAndLoadedIsTheSame(Path file) {
    try (Live live = live(seed)) {
      live.save(file);
    }
    try (Live live = new Live(random, engine, file)) {
      same("predictions after loading", predictions, live.predictions(batch));
      same("gradients after loading", gradients, live.gradients(batch));
      int arrays = live.arrays();
      for (int i = 0; i < 3; i++) {
        live.predictions(batch(i));
        live.gradients(batch(i));
      }
      assertThat(live.arrays()).as("arrays after three more passes").isEqualTo(arrays);
    }
  }

  /** Bit for bit, but 0 and -0 are one number. */
  private static void same(
      String what, Map<String, float[]> expected, Map<String, float[]> actual) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, numbers) -> {
          float[] found = actual.getOrDefault(name, new float[0]);
          assertThat(found).as("%s, %s", what, name).hasSameSizeAs(numbers);
          for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("%s, %s[%d]", what, name, i).isFinite();
            assertThat(found[i] + 0f).as("%s, %s[%d]", what, name, i).isEqualTo(numbers[i] + 0f);
          }
        });
  }
}
