package org.braidml.testkit;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;

/** The contract of a {@link org.braidml.api.Projection}: {@code (B, M) -> (B, M')}. */
public abstract class ProjectionContract extends BlockContract {

  /** For subclasses. */
  protected ProjectionContract() {}

  /** Builds a new block without dropout. */
  protected abstract ProjectionBlock create(EncodingSpec input);

  /**
   * Builds a new block with a dropout rate of 0.3 to 0.5; empty if the projection has no dropout.
   */
  protected Optional<ProjectionBlock> createWithDropout(EncodingSpec input) {
    return Optional.empty();
  }

  private static EncodingSpec spec(int width) {
    return new EncodingSpec("checked", width);
  }

  @Override
  final Subject subject() {
    return subject(create(spec(Sizes.WIDTH)), Sizes.WIDTH);
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(spec(Sizes.WIDTH)).map(block -> subject(block, Sizes.WIDTH));
  }

  private static Subject subject(ProjectionBlock block, int width) {
    return new Subject(
        block,
        List.of(Port.vector("encoding", width)),
        (pass, inputs) -> List.of(Output.row("projection", block.forward(pass, inputs.array(0)))));
  }

  /** The real width is the declared one, for random sizes. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(engine, () -> declaredSizes(engine));
  }

  private void declaredSizes(String engine) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int width = 1 + random.nextInt(5);
      ProjectionBlock block = Sizes.ofWidth(width, w -> create(spec(w))).orElse(null);
      if (block == null) {
        continue;
      }
      try (Probe probe = probe(engine, subject(block, width))) {
        int[] rows = new int[1 + random.nextInt(5)];
        HostBatch batch = HostBatch.draw(probe.subject().ports(), 1, rows, random);
        Reading projection = probe.evaluate(batch).get(0);
        Sizes.shape("the projection", projection, batch.rows(), block.width());
      }
    }
  }
}
