package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.braidml.api.HeadBlock;
import org.braidml.api.Loss;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;

/**
 * One head of a built model.
 *
 * @param name its name; {@code head} if it is the only one
 * @param block computes scores, loss and predictions
 * @param target what it predicts
 * @param statesOf the encoder whose states it reads; empty for the merged encoding
 * @param weight what its loss is multiplied by
 */
public record HeadBox(
    String name, HeadBlock block, TargetSpec target, Optional<String> statesOf, double weight) {

  /** Returns where the head stands in the configuration. */
  String path() {
    return name.equals("head") ? "model.head" : "model.heads." + name;
  }

  /**
   * Computes the loss, {@link HeadBlock#loss}.
   *
   * @throws org.braidml.api.PluginException if the plug-in throws
   */
  public Loss loss(NDArray scores, TargetBatch targets) {
    return call(scores).of("loss", () -> block.loss(scores, targets));
  }

  /**
   * Makes predictions of scores, {@link HeadBlock#predict}.
   *
   * @throws org.braidml.api.PluginException if the plug-in throws
   */
  public NDArray predict(NDArray scores) {
    return call(scores).of("prediction", () -> block.predict(scores));
  }

  private BoxCall call(NDArray scores) {
    return new BoxCall(block, path(), scores.getShape().get(0));
  }
}
