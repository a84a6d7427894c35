package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Puts arrays side by side along their last axis, quickly on both engines. */
public final class Beside {

  private Beside() {}

  /**
   * Joins arrays along their last axis.
   *
   * <p>MXNet joins number by number there, and takes 20 times as long as for arrays of one width
   * that it stacks.
   *
   * @param arrays one or more, of one shape but for the last axis
   * @return as wide as all together, in the manager of the first; the first itself if it is alone
   */
  public static NDArray of(List<NDArray> arrays) {
    NDArray first = arrays.get(0);
    if (arrays.size() == 1) {
      return first;
    }
    Shape shape = first.getShape();
    int axis = shape.dimension() - 1;
    NDList list = new NDList(arrays);
    boolean onPyTorch = Engines.isPyTorch(first.getManager().getEngine());
    if (onPyTorch || arrays.stream().anyMatch(array -> !array.getShape().equals(shape))) {
      return NDArrays.concat(list, axis);
    }
    Shape joined = shape.slice(0, axis).add(shape.get(axis) * arrays.size());
    return NDArrays.stack(list, axis).reshape(joined);
  }
}
