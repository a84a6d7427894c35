package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of an optimizer, named {@code <slot>.<parameter path>}, in a manager of their own. A
 * parameter that was forgotten has one more, {@code forgotten.<path>}: INT64, the count of steps
 * before.
 */
final class OptimizerState implements AutoCloseable {

  private static final String FORGOTTEN = "forgotten";

  private final List<String> slots;
  private final Map<String, Long> forgotten = new HashMap<>();
  private final Map<String, NDArray> arrays = new TreeMap<>();
  private @Nullable NDManager manager;
  private long steps;

  OptimizerState(String... slots) {
    this.slots = List.of(slots);
  }

  long next() {
    return ++steps;
  }

  long steps() {
    return steps;
  }

  /** Returns how many steps were taken since a parameter was forgotten, if it ever was. */
  long steps(String path) {
    return steps - forgotten.getOrDefault(path, 0L);
  }

  void forget(Set<String> paths) {
    for (String path : paths) {
      for (String slot : slots) {
        closed(arrays.remove(slot + "." + path));
      }
      NDManager owner = manager;
      if (owner != null) {
        closed(arrays.put(FORGOTTEN + "." + path, owner.create(new long[] {steps})));
        forgotten.put(path, steps);
      }
    }
  }

  private static void closed(@Nullable NDArray array) {
    if (array != null) {
      array.close();
    }
  }

  Map<String, NDArray> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** Returns the array of a slot, zeros at first. */
  NDArray get(String slot, String path, NDArray like) {
    return arrays.computeIfAbsent(
        slot + "." + path, key -> manager(like).zeros(like.getShape(), like.getDataType()));
  }

  /** Hands out each parameter that requires a gradient, with its gradient. */
  void forEach(Block root, Update update) {
    ParameterPaths.of(root)
        .forEach(
            (path, parameter) -> {
              if (parameter.requiresGradient()) {
                NDArray weight = parameter.getArray();
                try (NDManager scope = weight.getManager().newSubManager()) {
                  NDArray gradient = weight.getGradient();
                  gradient.attach(scope);
                  update.apply(path, weight, gradient);
                }
              }
            });
  }

  void restore(Map<String, NDArray> saved, long savedSteps) {
    for (String name : saved.keySet()) {
      if (!name.startsWith(FORGOTTEN + ".")
          && slots.stream().noneMatch(slot -> name.startsWith(slot + "."))) {
        throw new IllegalArgumentException(
            name + " is not the state of this optimizer, whose names start with " + slots);
      }
    }
    close();
    saved.forEach((name, array) -> arrays.put(name, HostArrays.copy(array, manager(array))));
    saved.forEach(
        (name, array) -> {
          if (name.startsWith(FORGOTTEN + ".")) {
            forgotten.put(name.substring(FORGOTTEN.length() + 1), array.toLongArray()[0]);
          }
        });
    steps = savedSteps;
  }

  private NDManager manager(NDArray like) {
    NDManager existing = manager;
    if (existing == null) {
      existing = like.getManager().getEngine().newBaseManager(like.getDevice());
      existing.setName("optimizer state");
      manager = existing;
    }
    return existing;
  }

  @Override
  public void close() {
    if (manager != null) {
      manager.close();
      manager = null;
    }
    arrays.clear();
    forgotten.clear();
    steps = 0;
  }

  /** What is done with one parameter. */
  interface Update {
    void apply(String path, NDArray weight, NDArray gradient);
  }
}
