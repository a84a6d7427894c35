package org.braidml.api.graph;

import java.util.Optional;
import org.braidml.api.Choice;
import org.braidml.api.Head;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Inline;
import org.braidml.api.config.Range;

/**
 * One head of a model.
 *
 * @param target the target that it predicts; the only one, or the head's own name, if absent
 * @param on {@code merged}, or {@code states(<encoder>)}
 * @param weight what its loss is multiplied by
 * @param head the chosen head; its keys stand beside these
 */
@Defaults("head-node")
public record HeadNode(
    Optional<String> target,
    String on,
    @Range(min = 0, aboveMin = true) double weight,
    @Inline Choice<Head<?>> head) {}
