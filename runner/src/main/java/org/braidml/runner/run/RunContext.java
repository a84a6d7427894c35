package org.braidml.runner.run;

import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.train.StopSignal;

/**
 * What one run is about.
 *
 * @param experiment what is run
 * @param directory that the run owns
 * @param listener shows the run
 * @param stop whether it is to stop before its end
 */
public record RunContext(
    Experiment experiment, RunDirectory directory, RunListener listener, StopSignal stop) {}
