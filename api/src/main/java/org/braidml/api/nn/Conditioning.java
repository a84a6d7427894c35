package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.Condition;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * How another encoding {@code c (B, C)} acts on a {@link RecurrentStack} and its pooling, as {@code
 * condition-on} and {@code condition-as} of an encoder ask; nothing where there is no condition.
 *
 * <ul>
 *   <li>{@code initial-state}, the default: every state that a layer starts from, in each
 *       direction, is {@code tanh(W c + b)}. A carried state goes before it.
 *   <li>{@code film}: states and final output become {@code (1 + W_g c + b_g) h + W_s c + b_s}. E.
 *       Perez et al., "FiLM: Visual Reasoning with a General Conditioning Layer", 2018, equation 1,
 *       with the gain from 1.
 *   <li>{@code query}: c stands for the final output where an attention asks.
 * </ul>
 *
 * <p>An empty row has a final output of zeros. Parameters: {@code start} or {@code gain} and {@code
 * shift}, a {@link Linear} each. Arrays belong to the manager of the input. Not thread-safe.
 */
public final class Conditioning extends TypedBlock {

  private final RecurrentStack stack;
  private final @Nullable ConditionAs as;
  private final int width;
  private final @Nullable Linear start;
  private final @Nullable Linear gain;
  private final @Nullable Linear shift;

  /**
   * Conditioning as the context of an encoder asks, without arrays.
   *
   * @param context which encoding, and how it acts
   * @param stack what it acts on; it stays a child of the encoder
   */
  public Conditioning(BuildContext context, RecurrentStack stack) {
    this.stack = stack;
    EncodingSpec on = context.condition().orElse(null);
    ConditionAs asked = context.conditionAs().orElse(ConditionAs.INITIAL_STATE);
    this.as = on == null ? null : asked;
    this.width = on == null ? 0 : on.width();
    int states = stack.statesWidth();
    this.start =
        as == ConditionAs.INITIAL_STATE
            ? child("start", new Linear(width, stack.startingStates() * stack.hiddenSize()))
            : null;
    this.gain = as == ConditionAs.FILM ? child("gain", new Linear(width, states)) : null;
    this.shift = as == ConditionAs.FILM ? child("shift", new Linear(width, states)) : null;
  }

  /**
   * Builds the pooling of the states, whose query is the final output or the condition.
   *
   * @throws org.braidml.api.SpecException if the condition is a query and the pooling asks none
   */
  public PoolingBlock pooling(Choice<Pooling<?>> choice, StatesSpec states, BuildContext context) {
    if (as != ConditionAs.QUERY) {
      return context.pooling(choice, states);
    }
    PoolingBlock block = context.pooling(choice, states.withQuery(width));
    if (!block.asks()) {
      throw context.refuse(
          "condition-as = query, and the pooling \"" + choice.plugin().id() + "\" asks nothing",
          "use pooling { type = multiplicative-attention }, or additive-attention with query ="
              + " true");
    }
    return block;
  }

  /** Runs the stack under the condition. */
  public RecurrentStack.Output forward(Pass pass, Sequence input, Condition condition) {
    NDArray c = condition.encoding();
    if (as != null && c == null) {
      throw new IllegalArgumentException("this encoder was built for a condition");
    }
    if (c != null && start != null && condition.carry().isEmpty()) {
      NDArray all = Activation.TANH.apply(start.forward(pass, c));
      return stack.startingFrom(pass, input, split(all, stack.startingStates()));
    }
    RecurrentStack.Output output = stack.forward(pass, input, condition.carry());
    return c == null || gain == null || shift == null
        ? output
        : modulated(output, gain.forward(pass, c).add(1), shift.forward(pass, c));
  }

  /** Returns what the pooling's query is: the final output, or the condition. */
  public @Nullable NDArray query(RecurrentStack.Output output, Condition condition) {
    return as == ConditionAs.QUERY ? condition.encoding() : output.finalState().output();
  }

  private static RecurrentStack.Output modulated(
      RecurrentStack.Output output, NDArray gain, NDArray shift) {
    Sequence states = output.states();
    NDArray each = states.values().mul(gain.expandDims(1)).add(shift.expandDims(1));
    NDArray last = output.finalState().output().mul(gain).add(shift);
    FinalState ended =
        new FinalState(Masked.emptyToZero(states, last), output.finalState().carry());
    return new RecurrentStack.Output(states.withValues(each), ended);
  }

  private static List<NDArray> split(NDArray all, int parts) {
    return parts == 1 ? List.of(all) : new NDList(all.split(parts, 1));
  }
}
