package org.braidml.runner.study.plan;

import java.util.Optional;
import org.braidml.runner.experiment.Layer;

/**
 * One value of one axis.
 *
 * @param label how it is called
 * @param layer what it sets; empty if it leaves the base as it is
 * @param seedOffset added to every seed
 */
record Setting(String label, Optional<Layer> layer, long seedOffset) {}
