package org.braidml.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.braidml.runner.experiment.EngineName;
import picocli.CommandLine.Option;

/** The option {@code --engines}, which benchmarks share; to be mixed in. */
public final class ChosenEngines {

  @Option(
      names = "--engines",
      split = ",",
      defaultValue = "MXNet,PyTorch",
      description = "which (default: ${DEFAULT-VALUE})")
  private List<EngineName> engines = List.of(EngineName.MXNET, EngineName.PYTORCH);

  /** What picocli mixes in. */
  public ChosenEngines() {}

  /** Returns the engines, in the order given. */
  public List<EngineName> all() {
    return List.copyOf(engines);
  }

  /** Returns the option that chooses the same. */
  @Override
  public String toString() {
    return "--engines "
        + engines.stream().map(EngineName::toString).collect(Collectors.joining(","));
  }
}
