package org.braidml.api.graph;

import java.util.Optional;
import org.braidml.api.HeadBlock;
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
    String name, HeadBlock block, TargetSpec target, Optional<String> statesOf, double weight) {}
