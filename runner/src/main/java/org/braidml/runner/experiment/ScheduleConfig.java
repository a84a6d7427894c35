package org.braidml.runner.experiment;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Inline;
import org.braidml.api.config.Range;

/**
 * How the learning rate of the optimizer changes while a model is trained.
 *
 * @param warmUpSteps over how many first steps the rate grows evenly to what the decay says
 * @param decay how it falls; its keys stand beside these
 */
@Defaults("schedule")
public record ScheduleConfig(
    @Range(min = 0, max = 1_000_000_000) int warmUpSteps, @Inline DecayConfig decay) {}
