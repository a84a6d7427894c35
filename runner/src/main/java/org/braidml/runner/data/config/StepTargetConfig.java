package org.braidml.runner.data.config;

/** A target of one value a step of a field. */
public sealed interface StepTargetConfig
    permits PerStepBinaryTargetConfig,
        PerStepMulticlassTargetConfig,
        PerStepRegressionTargetConfig,
        NextTokenTargetConfig {

  /** Returns the field whose steps have a value each. */
  String field();
}
