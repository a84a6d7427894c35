package org.braidml.runner.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random models of all components hold the invariants of the design, on both engines.
 *
 * <p>A failure prints the seed of its model; {@code -Dbraid.random.seed=<seed>
 * -Dbraid.random.count=1} runs it alone. Other seeds and more models: the same two properties.
 */
class RandomModelsTest {

  private static final int COUNT = 200;
  private static final int SHOWN = 5;

  private static final List<String> ENGINES = List.of("MXNet", "PyTorch");

  private final Registry registry =
      new Registry(Discovery.on(RandomModelsTest.class.getClassLoader()).found());
  private final Set<String> unused = new TreeSet<>(RandomSettings.ids(registry));
  private int refused;

  @TempDir private Path folder = Path.of("");

  @Test
  void everyModelHoldsTheInvariants() {
    long first = Long.getLong("braid.random.seed", 1);
    int count = Integer.getInteger("braid.random.count", COUNT);
    List<String> failures =
        Stream.iterate(first, seed -> seed + 1)
            .limit(count)
            .flatMap(seed -> failure(seed).stream())
            .limit(SHOWN)
            .toList();
    System.out.printf(
        "%d random models from seed %d; %d more were refused, and redrawn%n",
        count, first, refused);
    if (!failures.isEmpty()) {
      fail(String.join("\n\n", failures));
    }
    if (count >= COUNT) {
      assertThat(unused).as("components that no model had").isEmpty();
    }
  }

  /** Draws until a model is built, and checks it; returns what failed. */
  private Optional<String> failure(long seed) {
    Random random = new Random(seed);
    Optional<RandomModel> drawn = RandomModel.draw(registry, random);
    while (drawn.isEmpty()) {
      refused++;
      drawn = RandomModel.draw(registry, random);
    }
    RandomModel model = drawn.get();
    unused.removeAll(model.components());
    String engine = ENGINES.get((int) Math.floorMod(seed, 2L));
    try {
      check(model, engine, seed);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(
          "-Dbraid.random.seed=%d -Dbraid.random.count=1 (%s)%n%s%n%s%n%s"
              .formatted(seed, engine, model.text(), model.fields(), told(e)));
    }
  }

  private void check(RandomModel model, String engine, long seed) {
    ModelChecks checks = new ModelChecks(model, engine, seed);
    checks.gradientsAreFinite();
    checks.paddingChangesNoBit();
    checks.otherRowsChangeNoBit();
    checks.declaredSizesAreReal();
    checks.everyParameterLearns();
    checks.oneSeedIsOneModel();
    checks.savedAndLoadedIsTheSame(folder.resolve("model.safetensors"));
    if (seed % 4 < 2) {
      checks.enginesAgree(ENGINES.get((int) Math.floorMod(seed + 1, 2L)));
    }
  }

  private static String told(Throwable e) {
    return e instanceof AssertionError
        ? String.valueOf(e.getMessage())
        : e + "\n  at " + e.getStackTrace()[0] + "\n  at " + e.getStackTrace()[1];
  }
}
