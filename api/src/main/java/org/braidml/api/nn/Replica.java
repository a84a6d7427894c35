package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters once more: the same numbers, in the same memory, with gradients of their own. An array
 * that is cut from its graph shares its memory on both engines.
 */
final class Replica {

  private final IdentityHashMap<Parameter, NDArray> views = new IdentityHashMap<>();

  /** Views of parameters that require a gradient; they belong to the manager. */
  Replica(List<Parameter> parameters, NDManager manager) {
    for (Parameter parameter : parameters) {
      NDArray view = parameter.getArray().stopGradient();
      view.attach(manager);
      view.setRequiresGradient(true);
      views.put(parameter, view);
    }
  }

  /** Returns the view of a parameter; none of one that requires no gradient. */
  @Nullable NDArray view(Parameter parameter) {
    return views.get(parameter);
  }
}
