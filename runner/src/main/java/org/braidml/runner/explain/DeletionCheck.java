package org.braidml.runner.explain;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.metric.Classification;
import org.braidml.api.run.Attention;
import org.braidml.runner.data.RandomStream;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.PairedT;

/**
 * How far the prediction moves without the most attended fifth of the steps, without the least
 * attended, and without as many random ones (S. Jain and B. Wallace, "Attention is not
 * Explanation", 2019; S. Serrano and N. Smith, "Is Attention Interpretable?", 2019).
 */
final class DeletionCheck {

  private static final int DRAWS = 8;
  private static final int SHORTEST = 5;

  private final ModelBlock model;
  private final NDManager manager;
  private final HeadBox head;
  private final List<double[]> moves = new ArrayList<>();

  private DeletionCheck(ModelBlock model, NDManager manager, HeadBox head) {
    this.model = model;
    this.manager = manager;
    this.head = head;
  }

  /** A check of the first head with one value an example; empty if there is none. */
  static Optional<DeletionCheck> of(ModelBlock model, NDManager manager) {
    return model.heads().stream()
        .filter(head -> head.target().stepsOf().isEmpty())
        .findFirst()
        .map(head -> new DeletionCheck(model, manager, head));
  }

  /** Takes one example in; one of fewer than five steps says nothing. */
  void add(Batch one, String field, List<Double> weights) {
    int steps = weights.size();
    if (steps < SHORTEST) {
      return;
    }
    int count = Math.max(1, Math.round(steps / 5f));
    int[] byWeight =
        IntStream.range(0, steps)
            .boxed()
            .sorted(Comparator.comparing(weights::get))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> removed = new ArrayList<>();
    removed.add(Arrays.copyOfRange(byWeight, steps - count, steps));
    removed.add(Arrays.copyOf(byWeight, count));
    RandomStream random = RandomStream.of(one.rows()[0]);
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] order = IntStream.range(0, steps).toArray();
      random.shuffle(order);
      removed.add(Arrays.copyOf(order, count));
    }
    Batch variants = Removal.of(one, model.alignedWith(field), removed);
    float[][] said = Reading.of(model, manager, variants).predictions().get(head.name());
    if (said != null) {
      double[] moved = IntStream.range(1, said.length).mapToDouble(i -> moved(said, i)).toArray();
      double drawn = Arrays.stream(moved).skip(2).average().orElse(Double.NaN);
      moves.add(new double[] {moved[0], moved[1], drawn});
    }
  }

  private double moved(float[][] said, int at) {
    return Math.abs(number(said[at], said[0]) - number(said[0], said[0]));
  }

  /** The probability of the class that was decided for the whole example, or the number itself. */
  private double number(float[] predicted, float[] whole) {
    return head.target().kind().isNumber()
        ? predicted[0]
        : Classification.probabilities(predicted)[Classification.decide(whole)];
  }

  /** Returns what came of all examples; empty of fewer than two. */
  Optional<Attention.Check> result() {
    if (moves.size() < 2) {
      return Optional.empty();
    }
    double[] more = moves.stream().mapToDouble(m -> m[0] - m[2]).toArray();
    Interval interval = PairedT.paired(more).interval(0.05);
    return Optional.of(
        new Attention.Check(
            head.name(),
            !head.target().kind().isNumber(),
            moves.size(),
            mean(0),
            mean(1),
            mean(2),
            interval.low(),
            interval.high()));
  }

  private double mean(int at) {
    return moves.stream().mapToDouble(m -> m[at]).average().orElse(Double.NaN);
  }
}
