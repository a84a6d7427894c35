package org.braidml.api.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.Choice;
import org.braidml.api.ConditionAs;
import org.braidml.api.Encoder;
import org.braidml.api.Projection;
import org.braidml.api.SequenceTransform;
import org.braidml.api.config.Inline;

/**
 * One encoder of a model, with what stands before and after it.
 *
 * @param input the field that it reads; the encoder's own name if absent
 * @param inputs fields that it reads side by side, two at least: the values of each step are
 *     concatenated in this order; empty for {@code input}
 * @param transforms applied to the sequence before the encoder, in order
 * @param conditionOn the encoder whose encoding this one is given
 * @param conditionAs how that acts on this one; absent for the encoder's own way
 * @param projections applied to the encoding, in order
 * @param encoder the chosen encoder; its keys stand beside these
 */
public record EncoderNode(
    Optional<String> input,
    List<String> inputs,
    List<Choice<SequenceTransform<?>>> transforms,
    Optional<String> conditionOn,
    Optional<ConditionAs> conditionAs,
    List<Choice<Projection<?>>> projections,
    @Inline Choice<Encoder<?>> encoder) {

  /** Refuses one input by two keys, and inputs that are not several. */
  public EncoderNode {
    inputs = List.copyOf(inputs);
    if (input.isPresent() && !inputs.isEmpty()) {
      throw new IllegalArgumentException("an encoder has either input or inputs");
    }
    if (inputs.size() == 1 || Set.copyOf(inputs).size() < inputs.size()) {
      throw new IllegalArgumentException("inputs are several fields, each named once");
    }
  }

  /**
   * Returns the fields that an encoder of this name reads, the one that gives the lengths first.
   */
  public List<String> fields(String name) {
    return inputs.isEmpty() ? List.of(input.orElse(name)) : inputs;
  }
}
