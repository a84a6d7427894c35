package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Computes the gradients of the parts of a batch side by side, each part on a thread of its own,
 * and adds them up in the order of the parts: the same parts give the same bits, whichever thread
 * was first. The first part is the caller's; each other one has a {@link Replica}. The engine
 * should compute with one thread of its own, and MXNet with its naive scheduler, which runs an
 * operator in the thread that asks for it ({@code MXNET_ENGINE_TYPE=NaiveEngine} before it loads):
 * otherwise the results are the same, and slower.
 *
 * <p>Random numbers of an engine are drawn by whichever thread comes first, so that a pass of a
 * shard draws on the host alone: {@link org.braidml.api.Pass#shard}. Used by one thread.
 */
public final class Shards implements AutoCloseable {

  private final Block root;
  private final ExecutorService workers;
  private final List<Replica> replicas = new ArrayList<>();
  private final Set<NDArray> replicated = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable NDManager manager;

  /**
   * Threads for some shards; nothing runs yet.
   *
   * @param root whose parameters that require a gradient are meant
   * @param count of shards at most, at least 2
   */
  public Shards(Block root, int count) {
    if (count < 2) {
      throw new IllegalArgumentException("there are at least 2 shards, given " + count);
    }
    this.root = root;
    this.workers =
        Executors.newFixedThreadPool(
            count - 1,
            task -> {
              Thread thread = new Thread(task, "braid-shard");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Computes one part of a batch. */
  public interface Part {
    /**
     * Makes the gradients of one part.
     *
     * @param index of the part, from 0
     * @param shard what to compute with; {@link Shard#backward} is called once
     * @return the loss of the part
     */
    double backward(int index, Shard shard);
  }

  /**
   * Computes the gradients of the sum of the losses of some parts, which belong to the parameters
   * then.
   *
   * @param count of parts, at least 1; beyond the count of shards they wait for one another
   * @param part computes each, on threads of this object and the caller's own
   * @return the losses of the parts, in their order
   */
  public double[] backward(int count, Part part) {
    List<Parameter> parameters = Gradients.trainedParameters(root);
    replicate(parameters, count - 1);
    double[] losses = new double[count];
    try (Recorder recorder = new Recorder(engineOf(parameters).getEngine())) {
      List<Future<Double>> others = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int index = i;
        Shard shard = new Shard(parameters, replicas.get(i - 1), recorder);
        others.add(workers.submit(() -> part.backward(index, shard)));
      }
      @Nullable RuntimeException failure = null;
      try {
        losses[0] = part.backward(0, new Shard(parameters, null, recorder));
      } catch (RuntimeException e) {
        failure = e;
      }
      for (int i = 1; i < count; i++) {
        try {
          losses[i] = result(others.get(i - 1));
        } catch (RuntimeException e) {
          failure = failure == null ? e : failure;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
    add(parameters, count - 1);
    return losses;
  }

  private static NDManager engineOf(List<Parameter> parameters) {
    return parameters.get(0).getArray().getManager();
  }

  /** Parameters that were given other values are other arrays: their views are made anew. */
  private void replicate(List<Parameter> parameters, int count) {
    List<NDArray> arrays = parameters.stream().map(Parameter::getArray).toList();
    boolean same = arrays.size() == replicated.size() && replicated.containsAll(arrays);
    NDManager owner = manager;
    if (!same || owner == null) {
      forget();
      owner = engineOf(parameters).getEngine().newBaseManager(engineOf(parameters).getDevice());
      owner.setName("shards");
      manager = owner;
      replicated.addAll(arrays);
    }
    while (replicas.size() < count) {
      replicas.add(new Replica(parameters, owner));
    }
  }

  private void add(List<Parameter> parameters, int count) {
    for (Parameter parameter : parameters) {
      try (NDArray sum = parameter.getArray().getGradient()) {
        for (int i = 0; i < count; i++) {
          NDArray view = replicas.get(i).view(parameter);
          if (view != null) {
            try (NDArray gradient = view.getGradient()) {
              sum.addi(gradient);
            }
          }
        }
      }
    }
  }

  /** Waits for the thread whatever happens: it computes with arrays that the caller closes. */
  private static double result(Future<Double> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          throw new IllegalStateException("a shard failed: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void forget() {
    replicas.clear();
    replicated.clear();
    if (manager != null) {
      manager.close();
      manager = null;
    }
  }

  /** Ends the threads and closes the views. */
  @Override
  public void close() {
    workers.shutdown();
    forget();
  }
}
