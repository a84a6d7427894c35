package org.braidml.runner.experiment;

import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * When to stop before the last epoch. The best parameters on the validation rows are restored in
 * any case.
 *
 * @param patience how many epochs without improvement are endured; absent: never stops early
 * @param monitor {@code loss}, or the name of a metric of the first head
 * @param minDelta how much better counts as an improvement
 */
@Defaults("early-stopping")
public record EarlyStoppingConfig(
    @Range(min = 1) Optional<Integer> patience, String monitor, @Range(min = 0) double minDelta) {}
