package org.braidml.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.junit.jupiter.api.Assumptions;

/** The contract of a {@link org.braidml.api.Merger}: named encodings {@code (B, E_i) -> (B, M)}. */
public abstract class MergerContract extends BlockContract {

  private static final String NAMES = "abcdefgh";

  /** For subclasses. */
  protected MergerContract() {}

  /** Builds a new block without dropout. */
  protected abstract MergerBlock create(List<EncodingSpec> inputs);

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the merger has no dropout. */
  protected Optional<MergerBlock> createWithDropout(List<EncodingSpec> inputs) {
    return Optional.empty();
  }

  /** Whether all encodings must have one width; then others are refused. */
  protected boolean needsEqualWidths() {
    return false;
  }

  /** The least number of encodings; fewer are refused. */
  protected int leastInputs() {
    return 1;
  }

  /** The greatest number of encodings, up to 8; more are refused. */
  protected int mostInputs() {
    return NAMES.length();
  }

  private List<EncodingSpec> specs(int count) {
    List<EncodingSpec> specs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = needsEqualWidths() ? Sizes.WIDTH : Sizes.WIDTH + i;
      specs.add(new EncodingSpec(NAMES.substring(i, i + 1), width));
    }
    return specs;
  }

  private List<EncodingSpec> standard() {
    return specs(Math.max(leastInputs(), Math.min(mostInputs(), 3)));
  }

  @Override
  final Subject subject() {
    return subject(create(standard()), standard());
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(standard()).map(block -> subject(block, standard()));
  }

  private static Subject subject(MergerBlock block, List<EncodingSpec> specs) {
    return new Subject(
        block,
        specs.stream().map(spec -> Port.vector(spec.name(), spec.width())).toList(),
        (pass, inputs) ->
            List.of(Output.row("merged encoding", block.forward(pass, inputs.arrays()))));
  }

  /** The real width is the declared one, for every number of encodings. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int count = leastInputs(); count <= Math.min(mostInputs(), leastInputs() + 3); count++) {
      List<EncodingSpec> specs = specs(count);
      MergerBlock block = create(specs);
      try (Probe probe = probe(engine, subject(block, specs))) {
        int[] rows = new int[1 + random.nextInt(5)];
        HostBatch batch = HostBatch.draw(probe.subject().ports(), 1, rows, random);
        Reading merged = probe.evaluate(batch).get(0);
        Sizes.shape("the merged encoding", merged, batch.rows(), block.width());
      }
    }
  }

  /** Encodings that the merger declares not to join are refused. */
  @EachEngine
  public final void otherEncodingsAreRefused(String engine) {
    Assumptions.assumeTrue(
        needsEqualWidths() || leastInputs() > 1 || mostInputs() < NAMES.length(),
        "declares no limit");
    Seeds.explained(
        engine,
        () -> {
          if (needsEqualWidths()) {
            EncodingSpec wide = new EncodingSpec("z", Sizes.WIDTH + 1);
            List<EncodingSpec> mixed = new ArrayList<>(standard());
            mixed.set(mixed.size() - 1, wide);
            Sizes.refused("merging widths that differ", () -> create(mixed));
          }
          if (leastInputs() > 1) {
            Sizes.refused("merging fewer encodings", () -> create(specs(leastInputs() - 1)));
          }
          if (mostInputs() < NAMES.length()) {
            Sizes.refused("merging more encodings", () -> create(specs(mostInputs() + 1)));
          }
        });
  }
}
