package org.braidml.runner.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.bundle.Bundle;
import org.braidml.runner.bundle.BundleException;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.ExperimentReader;

/**
 * A finished run, opened on its own engine: what {@code predict} and {@code evaluate} start from.
 */
public final class SavedRun implements AutoCloseable {

  private final EngineRuntime runtime;
  private final Bundle.Contents contents;

  private SavedRun(EngineRuntime runtime, Bundle.Contents contents) {
    this.runtime = runtime;
    this.contents = contents;
  }

  /**
   * Opens a run directory, or a bundle by itself.
   *
   * @param path the run directory or the bundle's folder
   * @param registry the plug-ins that are there
   * @throws BundleException if no whole bundle is there
   */
  public static SavedRun open(Path path, Registry registry) {
    if (!Files.isDirectory(path)) {
      throw new BundleException(
          path + ": no such folder\ngive a run directory, runs/<experiment>/<run-id>, or a bundle");
    }
    RunDirectory directory = new RunDirectory(path);
    Path bundle = Files.isDirectory(directory.bundle()) ? directory.bundle() : path;
    Bundle.verify(bundle, registry);
    Experiment experiment =
        new ExperimentReader(registry).read(bundle.resolve("resolved.conf"), List.of());
    ExperimentConfig config = experiment.config();
    EngineRuntime runtime = EngineRuntime.start(config.engine(), config.threads(), config.device());
    try {
      return new SavedRun(runtime, Bundle.read(bundle, registry, runtime.manager()));
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  /** Returns the engine. */
  public EngineRuntime runtime() {
    return runtime;
  }

  /** Returns configuration, fitted features and model. */
  public Bundle.Contents contents() {
    return contents;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
