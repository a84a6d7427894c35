package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;

/**
 * The contract of a {@link org.braidml.api.Pooling}: states {@code (B, T, H)}, mask and optional
 * query {@code -> (B, E)}, and weights {@code (B, T)} where it has them.
 */
public abstract class PoolingContract extends PaddedBlockContract {

  /** For subclasses. */
  protected PoolingContract() {}

  /**
   * Builds a new block without dropout.
   *
   * @param input the states; with a query of their own width if {@link #needsQuery()}
   */
  protected abstract PoolingBlock create(StatesSpec input);

  /** Builds a new block with a dropout rate of 0.3 to 0.5; empty if the pooling has no dropout. */
  protected Optional<PoolingBlock> createWithDropout(StatesSpec input) {
    return Optional.empty();
  }

  /**
   * Whether the pooling reads only states that come with a final output; then it refuses others.
   */
  protected boolean needsQuery() {
    return false;
  }

  private StatesSpec spec(int width, boolean query) {
    SequenceSpec input = Sizes.spec(capabilities(), width);
    StatesSpec states = StatesSpec.of(input, width);
    return query ? states.withQuery(width) : states;
  }

  @Override
  final Subject subject() {
    return subject(create(spec(Sizes.WIDTH, needsQuery())), Sizes.WIDTH, needsQuery());
  }

  @Override
  final Optional<Subject> subjectWithDropout() {
    return createWithDropout(spec(Sizes.WIDTH, needsQuery()))
        .map(block -> subject(block, Sizes.WIDTH, needsQuery()));
  }

  private static Subject subject(PoolingBlock block, int width, boolean query) {
    List<Port> ports = new ArrayList<>(List.of(Port.sequence("states", width)));
    if (query) {
      ports.add(Port.vector("final output", width));
    }
    return new Subject(
        block,
        ports,
        (pass, inputs) -> {
          NDArray last = query ? inputs.array(1) : null;
          Pooled pooled = block.forward(pass, inputs.sequence(0), last);
          List<Output> outputs = new ArrayList<>();
          outputs.add(Output.row("encoding", pooled.encoding()));
          NDArray weights = pooled.weights();
          if (weights != null) {
            outputs.add(new Output("weights", weights, inputs.lengths()));
          }
          return outputs;
        });
  }

  /** Real sizes are the declared ones, weights add up to 1, and empty rows give zeros. */
  @EachEngine
  public final void declaredSizesAreReal(String engine) {
    Seeds.explained(
        engine,
        () -> {
          declaredSizes(engine, true);
          if (!needsQuery()) {
            declaredSizes(engine, false);
          }
        });
  }

  private void declaredSizes(String engine, boolean query) {
    RandomGenerator random = Seeds.stream(Seeds.seed(), "sizes");
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      int width = 1 + random.nextInt(5);
      PoolingBlock block = create(spec(width, query));
      try (Probe probe = probe(engine, subject(block, width, query))) {
        HostBatch batch = Sizes.random(capabilities(), probe.subject().ports(), random);
        List<Reading> readings = probe.evaluate(batch);
        Sizes.shape("the encoding", readings.get(0), batch.rows(), block.encodingWidth());
        Sizes.zeroForEmptyRows(readings.get(0), batch.lengths());
        if (readings.size() > 1) {
          weights(batch, readings.get(1));
        }
      }
    }
  }

  private static void weights(HostBatch batch, Reading weights) {
    Sizes.shape("the weights", weights, batch.rows(), batch.time());
    for (int row = 0; row < batch.rows(); row++) {
      double sum = 0;
      for (int t = 0; t < batch.time(); t++) {
        double weight = weights.values()[row * batch.time() + t];
        Sizes.require(
            weight >= 0,
            "the weight of step %d of row %d is %s, below 0: are scores shown as weights?",
            t,
            row,
            weight);
        Sizes.require(
            weight == 0 || t < batch.lengths()[row],
            "the weight of the padded step %d of row %d is %s, not 0: is a softmax taken over"
                + " padding?",
            t,
            row,
            weight);
        sum += weight;
      }
      int due = batch.lengths()[row] == 0 ? 0 : 1;
      Sizes.require(
          Math.abs(sum - due) <= 1e-5,
          "the weights of row %d (length %d) add up to %s, not to %d: are they multiplied by the"
              + " mask after the softmax? (Masked.softmax leaves padding out)",
          row,
          batch.lengths()[row],
          sum,
          due);
    }
  }

  /** A pooling reads states with a query too, and one that needs a query refuses states without. */
  @EachEngine
  public final void queriesAreReadOrRefused(String engine) {
    Seeds.explained(
        engine,
        () -> {
          if (needsQuery()) {
            Sizes.refused("pooling without a query", () -> create(spec(Sizes.WIDTH, false)));
          } else {
            queries(trial(engine, this::queried));
          }
        });
  }

  private Subject queried() {
    return subject(create(spec(Sizes.WIDTH, true)), Sizes.WIDTH, true);
  }

  private static void queries(Trial trial) {
    PaddingCheck.noiseChangesNothing(trial);
    PaddingCheck.noiseChangesNoGradient(trial);
    RowsCheck.inEvaluation(trial);
    GradientCheck.noParameterIsDead(trial);
    GradientCheck.gradientsEqualDifferences(trial);
  }

  /** A pooling that needs a fixed length refuses any other. */
  @EachEngine
  public final void declaredLimitsAreRefused(String engine) {
    Seeds.explained(
        engine,
        () ->
            Limits.check(
                trial(engine, this::subject),
                input -> {
                  StatesSpec states = StatesSpec.of(input, input.width());
                  create(needsQuery() ? states.withQuery(input.width()) : states);
                }));
  }
}
