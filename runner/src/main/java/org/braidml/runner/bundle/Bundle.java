package org.braidml.runner.bundle;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Safetensors;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Version;
import org.braidml.runner.data.fit.FeaturesJson;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.run.Folders;
import org.braidml.runner.run.PluginFacts;
import org.braidml.runner.run.WholeFile;

/**
 * A saved model: its configuration, what was fitted on the training rows, its parameters, and the
 * sum of each file. Reading one runs no code that it names: it names none.
 */
public final class Bundle {

  private Bundle() {}

  /**
   * What a bundle holds, ready to predict.
   *
   * @param experiment the configuration of the run
   * @param features what was fitted on the training rows
   * @param model with its parameters
   * @param notes which jars of plug-ins are not those that it was made with
   */
  public record Contents(
      Experiment experiment, FittedFeatures features, ModelBlock model, List<String> notes) {}

  /**
   * Writes a bundle beside, and moves it into place when it is whole.
   *
   * @param folder where; replaced if it exists
   * @param resolved the text of the resolved configuration
   * @param config the boxes, whose plug-ins are written down
   * @param features what was fitted on the training rows
   * @param model with its parameters
   * @param registry whose plug-ins the model uses
   */
  public static void write(
      Path folder,
      String resolved,
      ModelConfig config,
      FittedFeatures features,
      ModelBlock model,
      Registry registry)
      throws IOException {
    Path aside = WholeFile.aside(folder);
    Folders.delete(aside);
    Files.createDirectory(aside);
    WholeFile.write(aside.resolve(BundleManifest.CONFIGURATION), resolved);
    WholeFile.write(aside.resolve(BundleManifest.FEATURES), FeaturesJson.write(features));
    Safetensors.write(
        aside.resolve(BundleManifest.PARAMETERS), ParameterPaths.values(model), Map.of());
    String manifest =
        BundleManifest.of(
            aside, Version.BRAID, model.layout().slots(), PluginFacts.used(config, registry));
    WholeFile.write(aside.resolve(BundleManifest.FILE), manifest);
    Folders.remove(folder);
    Folders.place(aside, folder);
  }

  /**
   * Checks that a folder holds a whole, unaltered bundle whose plug-ins are there, without loading
   * any engine.
   *
   * @return which jars of plug-ins are not those that it was made with, in a sentence each
   * @throws BundleException if it is not whole, altered, or lacks a plug-in
   */
  public static List<String> verify(Path folder, Registry registry) {
    return PluginFacts.compare(folder, BundleManifest.verify(folder).path("plug-ins"), registry);
  }

  /**
   * Reads a bundle.
   *
   * @param folder the bundle
   * @param registry the plug-ins that are there
   * @param manager owns the parameters
   * @throws BundleException if it is not whole, altered, or lacks a plug-in
   */
  public static Contents read(Path folder, Registry registry, NDManager manager) {
    List<String> notes = verify(folder, registry);
    Experiment experiment =
        new ExperimentReader(registry)
            .read(folder.resolve(BundleManifest.CONFIGURATION), List.of());
    try {
      FittedFeatures features =
          FeaturesJson.read(
              Files.readString(folder.resolve(BundleManifest.FEATURES), StandardCharsets.UTF_8));
      ModelBlock model = build(folder, experiment, features);
      load(folder, model, manager);
      return new Contents(experiment, features, model, notes);
    } catch (IOException | IllegalArgumentException e) {
      throw new BundleException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Builds the model of an experiment for fitted features, without arrays. */
  public static ModelBuilder.Result build(Experiment experiment, FittedFeatures features) {
    Map<String, FieldSpec> fields =
        features.fieldSpecs().stream()
            .collect(Collectors.toMap(FieldSpec::name, spec -> spec, (a, b) -> a, TreeMap::new));
    Map<String, TargetSpec> targets =
        features.targetSpecs().stream()
            .collect(Collectors.toMap(TargetSpec::name, spec -> spec, (a, b) -> a, TreeMap::new));
    return ModelBuilder.build(experiment.config().model(), fields, targets);
  }

  private static ModelBlock build(Path folder, Experiment experiment, FittedFeatures features) {
    ModelBuilder.Result result = build(experiment, features);
    return result
        .model()
        .orElseThrow(
            () ->
                new BundleException(
                    folder + ": the model does not build: " + result.problems().get(0)));
  }

  private static void load(Path folder, ModelBlock model, NDManager manager) throws IOException {
    try (NDManager scope = manager.newSubManager()) {
      Map<String, NDArray> saved =
          Safetensors.read(folder.resolve(BundleManifest.PARAMETERS), scope);
      ParameterPaths.restore(model, saved, manager);
    }
  }
}
