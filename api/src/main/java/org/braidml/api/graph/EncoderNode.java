package org.braidml.api.graph;

import java.util.List;
import java.util.Optional;
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
 * @param transforms applied to the sequence before the encoder, in order
 * @param conditionOn the encoder whose encoding this one is given
 * @param conditionAs how that acts on this one; absent for the encoder's own way
 * @param projections applied to the encoding, in order
 * @param encoder the chosen encoder; its keys stand beside these
 */
public record EncoderNode(
    Optional<String> input,
    List<Choice<SequenceTransform<?>>> transforms,
    Optional<String> conditionOn,
    Optional<ConditionAs> conditionAs,
    List<Choice<Projection<?>>> projections,
    @Inline Choice<Encoder<?>> encoder) {}
