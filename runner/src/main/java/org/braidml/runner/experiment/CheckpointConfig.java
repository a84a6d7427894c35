package org.braidml.runner.experiment;

import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * When the state of training is saved, so that a run that was killed can go on. A run that is asked
 * to stop saves it in any case.
 *
 * @param everyEpochs after every so many epochs, and after the last; absent: not by epochs
 * @param everyMinutes so many minutes after the one before, within epochs too; absent: not by time
 */
@Defaults("checkpoint")
public record CheckpointConfig(
    @Range(min = 1, max = 1_000_000) Optional<Integer> everyEpochs,
    @Range(min = 0, aboveMin = true) Optional<Double> everyMinutes) {}
