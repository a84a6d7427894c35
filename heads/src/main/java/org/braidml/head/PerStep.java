package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;

/** Heads of one encoding as heads of every state. */
final class PerStep {

  private PerStep() {}

  /** Builds the head of one encoding for a state, and lets it read every one. */
  static <C extends Record> HeadBlock of(
      String id,
      Head<C> head,
      C config,
      HeadInputSpec input,
      TargetSpec target,
      BuildContext context) {
    EncodingSpec state = state(id, input, context);
    HeadBlock step = head.build(config, state, target, context);
    return new PerStepHeadBlock(step, step.metrics());
  }

  /** Returns one state as an encoding; refuses what has no state for every step. */
  static EncodingSpec state(String id, HeadInputSpec input, BuildContext context) {
    if (!(input instanceof StatesSpec states)) {
      throw context.refuse(
          '"' + id + "\" reads the states of an encoder, not the merged encoding",
          "set on = \"states(<encoder>)\"");
    }
    if (states.timeStride() > 1) {
      throw context.refuse(
          "a state of "
              + states.name()
              + " stands for "
              + states.timeStride()
              + " steps, and \""
              + id
              + "\" predicts for each",
          "leave out pooling over time and strides above 1 before the states");
    }
    if (!states.everyStep()) {
      throw context.refuse(
          "windows without padding before the states of "
              + states.name()
              + " leave out steps, and \""
              + id
              + "\" predicts for each",
          "use padding = same, and no pooling over time, before the states");
    }
    return new EncodingSpec(states.name(), states.width());
  }
}
