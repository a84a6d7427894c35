package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.braidml.api.nn.SparseRows;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass: where parameters are read, whether it trains, where randomness comes from, and
 * where boxes show what they compute.
 *
 * <p>Used by one thread. Arrays given to {@link #tap} and {@link #addLoss} belong to the manager of
 * the batch.
 */
public final class Pass {

  private final ParameterStore store;
  private final boolean training;
  private final Draws draws;
  private final Listeners listeners;
  private final Map<String, NDArray> losses;
  private final String prefix;

  private Pass(
      ParameterStore store,
      boolean training,
      Draws draws,
      Listeners listeners,
      Map<String, NDArray> losses,
      String prefix) {
    this.store = store;
    this.training = training;
    this.draws = draws;
    this.listeners = listeners;
    this.losses = losses;
    this.prefix = prefix;
  }

  /** Where random numbers come from. */
  private record Draws(RandomGenerator random, Runnable seedEngine, boolean onHost) {}

  /** Who is shown arrays, if anybody, and who hands out rows of tables. */
  private record Listeners(
      @Nullable BiConsumer<String, NDArray> tap,
      @Nullable BiConsumer<FittedBlock, NDArray> observer,
      @Nullable SparseRows rows) {
    static final Listeners NONE = new Listeners(null, null, null);
  }

  /** A pass that computes predictions: dropout is off. */
  public static Pass evaluation(ParameterStore store) {
    Draws draws = new Draws(new java.util.Random(0), () -> {}, false);
    return new Pass(store, false, draws, Listeners.NONE, new LinkedHashMap<>(), "");
  }

  /**
   * A pass that trains: dropout is on. Engines have a random stream of their own, which the caller
   * has seeded.
   *
   * @param random a stream that is fresh for this step
   */
  public static Pass training(ParameterStore store, RandomGenerator random) {
    return training(store, random, () -> {});
  }

  /**
   * A pass that trains, and seeds the engine only for models that draw from it: seeding costs MXNet
   * about a millisecond.
   *
   * @param random a stream that is fresh for this step
   * @param seedEngine run before each draw from the engine; seeds it at the first
   */
  public static Pass training(ParameterStore store, RandomGenerator random, Runnable seedEngine) {
    return training(store, new Draws(random, seedEngine, false));
  }

  /**
   * A pass that trains beside others of the same process ({@link org.braidml.api.nn.Shards}): the
   * random numbers of the engine would go to whichever comes first, so that all are drawn on the
   * host.
   *
   * @param random a stream that is fresh for this step and shard
   */
  public static Pass shard(ParameterStore store, RandomGenerator random) {
    return training(store, new Draws(random, Pass::refuseEngine, true));
  }

  private static void refuseEngine() {
    throw new UnsupportedOperationException(
        "this box draws random numbers from the engine, which shards cannot repeat: set"
            + " training.shards = 1");
  }

  private static Pass training(ParameterStore store, Draws draws) {
    return new Pass(store, true, draws, Listeners.NONE, new LinkedHashMap<>(), "");
  }

  /** The same pass with a listener for every {@link #tap}. */
  public Pass tappedBy(BiConsumer<String, NDArray> listener) {
    Listeners others = new Listeners(listener, listeners.observer(), listeners.rows());
    return new Pass(store, training, draws, others, losses, prefix);
  }

  /** The same pass with a listener for every {@link #observe}. */
  public Pass observedBy(BiConsumer<FittedBlock, NDArray> listener) {
    Listeners others = new Listeners(listeners.tap(), listener, listeners.rows());
    return new Pass(store, training, draws, others, losses, prefix);
  }

  /** The same pass, whose sparse lookups take their rows from here. */
  public Pass reading(SparseRows rows) {
    Listeners others = new Listeners(listeners.tap(), listeners.observer(), rows);
    return new Pass(store, training, draws, others, losses, prefix);
  }

  /**
   * Returns where sparse lookups take their rows from.
   *
   * @throws IllegalStateException if nobody keeps the gradients of rows
   */
  public SparseRows sparseRows() {
    if (listeners.rows() == null) {
      throw new IllegalStateException("this pass does not train the rows of sparse lookup tables");
    }
    return listeners.rows();
  }

  /** The same pass as one box sees it: what it taps is filed under the box's path. */
  public Pass at(String box) {
    return new Pass(store, training, draws, listeners, losses, prefix + box + ".");
  }

  /** Returns the array of a parameter. */
  public NDArray value(Parameter parameter) {
    return store.getValue(parameter, store.getManager().getDevice(), training);
  }

  /** Returns where parameters are read, for DJL blocks inside a typed one. */
  public ParameterStore parameters() {
    return store;
  }

  /** Returns whether this pass trains. */
  public boolean training() {
    return training;
  }

  /** Returns a stream of random numbers on the host, seeded for this step. */
  public RandomGenerator random() {
    return draws.random();
  }

  /** Returns whether random numbers are to be drawn from {@link #random} only, as in a shard. */
  public boolean drawsOnHost() {
    return draws.onHost();
  }

  /**
   * Tells that random numbers of the engine are about to be drawn, which {@link
   * org.braidml.api.nn.Dropout} does by itself: they are then those of this step, however often the
   * run was resumed.
   *
   * @throws UnsupportedOperationException if {@link #drawsOnHost}
   */
  public void drawFromEngine() {
    draws.seedEngine().run();
  }

  /**
   * Shows an array to whoever listens: attention weights to a report, outputs to the guard against
   * numbers that are not finite. Costs nothing when nobody listens.
   */
  public void tap(String name, NDArray array) {
    if (listeners.tap() != null) {
      listeners.tap().accept(prefix + name, array);
    }
  }

  /** Shows what a block reads to its fit, if one is under way; costs nothing otherwise. */
  public void observe(FittedBlock block, NDArray input) {
    if (listeners.observer() != null) {
      listeners.observer().accept(block, input);
    }
  }

  /** Adds a penalty to the loss of this step: a scalar, already weighted. */
  public void addLoss(String name, NDArray scalar) {
    losses.put(prefix + name, scalar);
  }

  /** Returns the penalties added so far, by path. */
  public Map<String, NDArray> losses() {
    return losses;
  }
}
