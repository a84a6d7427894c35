package org.braidml.runner.data.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.braidml.runner.data.RandomStream;

/**
 * Which examples stand in which batch. A pure function of the seed, the epoch and the lengths, so
 * that a run that resumes can skip what it has seen.
 *
 * @param batchSize how many examples a batch has; the last may have fewer
 * @param arrangement in which order
 * @param dropLast whether the examples that do not fill a batch are left out; with shuffling,
 *     others each epoch; of streams the last rows, so that all are as long
 * @param seed the seed of shuffling
 */
public record BatchOrder(int batchSize, Arrangement arrangement, boolean dropLast, long seed) {

  /** How many batches are sorted by length together. */
  static final int POOL = 64;

  /** In which order examples come. */
  public enum Arrangement {
    /**
     * At random, yet with examples of like lengths together: all are shuffled, then cut into pools
     * of 64 batches; each pool is sorted by length and cut into batches; then the batches are
     * shuffled. Less padding, at the price of batches that are not quite independent draws.
     */
    SHUFFLED,
    /** As in the source. */
    AS_GIVEN,
    /**
     * As parallel streams: the first batch holds the first example of each of batchSize equal
     * parts, the next one the second, so that a row goes on where the same row before it ended.
     */
    STREAMS,
    /** By length: the least padding, for evaluation and prediction. */
    BY_LENGTH
  }

  public BatchOrder {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch has at least one example");
    }
  }

  /** The order for training. */
  public static BatchOrder training(int batchSize, boolean shuffle, boolean dropLast, long seed) {
    return new BatchOrder(
        batchSize, shuffle ? Arrangement.SHUFFLED : Arrangement.AS_GIVEN, dropLast, seed);
  }

  /** The order for evaluation and prediction: each example once, the shortest first. */
  public static BatchOrder evaluation(int batchSize) {
    return new BatchOrder(batchSize, Arrangement.BY_LENGTH, false, 0);
  }

  /** The order of consecutive pieces, for training. */
  public static BatchOrder streams(int batchSize, boolean dropLast) {
    return new BatchOrder(batchSize, Arrangement.STREAMS, dropLast, 0);
  }

  /** The order for validation after an epoch: of pieces that go on the streams of training. */
  public static BatchOrder validation(int batchSize, boolean stateful) {
    return stateful ? streams(batchSize, false) : evaluation(batchSize);
  }

  /**
   * The order for tests and prediction: of pieces that go on one stream in the order of rows,
   * whatever the batch size, so that only the first row starts anew.
   */
  public static BatchOrder evaluation(int batchSize, boolean stateful) {
    return stateful ? new BatchOrder(1, Arrangement.AS_GIVEN, false, 0) : evaluation(batchSize);
  }

  /** Returns how many batches an epoch has. */
  public int batches(int examples) {
    return dropLast ? examples / batchSize : (examples + batchSize - 1) / batchSize;
  }

  /**
   * Returns the examples of each batch of an epoch.
   *
   * @param examples how many there are
   * @param length how long each is
   * @param epoch the epoch, which matters for shuffling only
   */
  public List<int[]> epoch(int examples, IntUnaryOperator length, long epoch) {
    if (arrangement == Arrangement.STREAMS) {
      return pieces(examples);
    }
    int[] all = IntStream.range(0, examples).toArray();
    if (arrangement != Arrangement.SHUFFLED) {
      return cut(arrangement == Arrangement.BY_LENGTH ? sorted(all, length) : kept(all));
    }
    RandomStream random = RandomStream.of(seed, epoch);
    random.shuffle(all);
    int[] kept = kept(all);
    List<int[]> batches = new ArrayList<>();
    long step = (long) POOL * batchSize;
    for (long from = 0; from < kept.length; from += step) {
      int to = (int) Math.min(kept.length, from + step);
      batches.addAll(cut(sorted(Arrays.copyOfRange(kept, (int) from, to), length)));
    }
    int[] order = IntStream.range(0, batches.size()).toArray();
    random.shuffle(order);
    return Arrays.stream(order).mapToObj(batches::get).toList();
  }

  /** Unless some are left out, the last streams may be shorter: others stay in their places. */
  private List<int[]> pieces(int examples) {
    int steps = batches(examples);
    List<int[]> batches = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int at = step;
      batches.add(
          IntStream.range(0, batchSize)
              .map(stream -> stream * steps + at)
              .filter(example -> example < examples)
              .toArray());
    }
    return batches;
  }

  private int[] kept(int[] all) {
    return dropLast ? Arrays.copyOf(all, all.length - all.length % batchSize) : all;
  }

  private static int[] sorted(int[] examples, IntUnaryOperator length) {
    return Arrays.stream(examples)
        .boxed()
        .sorted(Comparator.comparingInt(length::applyAsInt))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<int[]> cut(int[] examples) {
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < examples.length; from += batchSize) {
      int to = Math.min(examples.length, from + batchSize);
      batches.add(Arrays.copyOfRange(examples, from, to));
    }
    return batches;
  }
}
