package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.StaticSpec.Category;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of a {@link org.braidml.api.StaticFeatureEncoder}: numbers {@code (B, S)} and
 * category ids {@code (B, K) -> (B, E)}.
 */
public abstract class StaticFeatureEncoderContract extends BlockContract {

  private static final List<Integer> CATEGORIES = List.of(3, 5);

  /** For subclasses. */
  protected StaticFeatureEncoderContract() {}

  /** Builds a new block without dropout. */
  protected abstract StaticFeatureEncoderBlock create(StaticSpec input);

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the encoder has no dropout. */
  protected Optional<StaticFeatureEncoderBlock> createWithDropout(StaticSpec input) {
    return Optional.empty();
  }

  /** Whether the encoder reads numbers; if not, it refuses them. */
  protected boolean readsNumbers() {
    return true;
  }

  /** Whether the encoder reads categories; if not, it refuses them. */
  protected boolean readsCategories() {
    return true;
  }

  /** Whether two ids of one category never share an encoding; false for hashing. */
  protected boolean tellsIdsApart() {
    return readsCategories();
  }

  private static StaticSpec spec(int numbers, List<Integer> sizes) {
    return new StaticSpec(
        "checked",
        IntStream.range(0, numbers).mapToObj(i -> "number-" + i).toList(),
        IntStream.range(0, sizes.size())
            .mapToObj(i -> new Category("category-" + i, sizes.get(i)))
            .toList());
  }

  private StaticSpec standard() {
    return spec(readsNumbers() ? Sizes.WIDTH : 0, readsCategories() ? CATEGORIES : List.of());
  }

  @Override
  final Subject subject() {
    return subject(create(standard()), standard());
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(standard()).map(block -> subject(block, standard()));
  }

  private static Subject subject(StaticFeatureEncoderBlock block, StaticSpec spec) {
    List<Port> ports = new ArrayList<>();
    if (!spec.numeric().isEmpty()) {
      ports.add(Port.vector("numbers", spec.numeric().size()));
    }
    if (!spec.categories().isEmpty()) {
      ports.add(Port.ids("categories", spec.categories().stream().map(Category::size).toList()));
    }
    return new Subject(
        block,
        ports,
        (pass, inputs) -> {
          NDArray numbers = spec.numeric().isEmpty() ? null : inputs.array(0);
          NDArray ids = spec.categories().isEmpty() ? null : inputs.array(ports.size() - 1);
          StaticFeatures features = new StaticFeatures(numbers, ids);
          return List.of(Output.row("encoding", block.forward(pass, features)));
        });
  }

  /** The real width is the declared one: both kinds of features, and either alone. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int numbers = readsNumbers() ? random.nextInt(4) : 0;
      List<Integer> sizes =
          readsCategories() && (numbers == 0 || random.nextBoolean())
              ? List.of(1 + random.nextInt(6), 2)
              : List.of();
      StaticSpec spec = sizes.isEmpty() ? spec(Math.max(1, numbers), sizes) : spec(numbers, sizes);
      StaticFeatureEncoderBlock block = create(spec);
      try (Probe probe = probe(engine, subject(block, spec))) {
        int[] rows = new int[1 + random.nextInt(5)];
        HostBatch batch = HostBatch.draw(probe.subject().ports(), 1, rows, random);
        Reading encoding = probe.evaluate(batch).get(0);
        Sizes.shape("the encoding", encoding, batch.rows(), block.encodingWidth());
      }
    }
  }

  /** Numbers or categories that the encoder declares not to read are refused. */
  @EachEngine
  public final void otherFeaturesAreRefused(String engine) {
    Assumptions.assumeFalse(readsNumbers() && readsCategories(), "reads both");
    Seeds.explained(
        engine,
        () -> {
          if (!readsNumbers()) {
            Sizes.refused("a number", () -> create(spec(1, CATEGORIES)));
          }
          if (!readsCategories()) {
            Sizes.refused("a category", () -> create(spec(1, CATEGORIES)));
          }
        });
  }

  /** Each id of a category has an encoding of its own: none is clipped to another. */
  @EachEngine
  public final void idsHaveEncodingsOfTheirOwn(String engine) {
    Assumptions.assumeTrue(tellsIdsApart(), "does not tell ids apart");
    Seeds.explained(engine, () -> ids(trial(engine, this::subject)));
  }

  private static void ids(Trial trial) {
    try (Probe probe = trial.probe()) {
      probe.jitter(trial.seed(), 0.3);
      int port = probe.subject().port("categories");
      for (int column = 0; column < CATEGORIES.size(); column++) {
        HostBatch one = trial.batch(probe.subject()).select(0);
        List<double[]> seen = new ArrayList<>();
        for (int id = 0; id < CATEGORIES.get(column); id++) {
          one.cells()[port][0][column] = id;
          double[] encoding = probe.evaluate(one).get(0).row(0);
          for (int other = 0; other < id; other++) {
            if (Arrays.equals(seen.get(other), encoding)) {
              fail(
                  "ids %d and %d of a category of %d ids have the same encoding: is an id clipped"
                      + " to a table that is too short, or ignored?",
                  other, id, CATEGORIES.get(column));
            }
          }
          seen.add(encoding);
        }
      }
    }
  }
}
