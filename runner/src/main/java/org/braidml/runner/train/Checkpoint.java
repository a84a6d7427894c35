package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * The state of training at one moment.
 *
 * @param state where training stands
 * @param arrays parameters, best parameters and optimizer state, named {@code parameters.<path>},
 *     {@code best.<path>} and {@code optimizer.<name>}; they belong to whoever made the checkpoint
 */
public record Checkpoint(TrainingState state, Map<String, NDArray> arrays) {}
