package org.braidml.testkit;

import java.util.List;
import java.util.Map;

/**
 * What one training pass gave, on the host.
 *
 * @param loss the scalar
 * @param outputs the results
 * @param gradients of the parameters that take one, by path
 * @param inputGradients of the ports that take one, as readings with the port's name
 */
record Trained(
    double loss,
    List<Reading> outputs,
    Map<String, double[]> gradients,
    List<Reading> inputGradients) {}
