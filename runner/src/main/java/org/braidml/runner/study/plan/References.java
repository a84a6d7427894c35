package org.braidml.runner.study.plan;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Names;
import org.braidml.api.config.Problem;
import org.braidml.api.config.Rendered;
import org.braidml.api.graph.EncoderNode;
import org.braidml.api.graph.ModelConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.Layer;
import org.braidml.runner.study.config.Reference;

/** Makes the simple models that stand beside the variants, out of the baseline variant. */
final class References {

  private final VariantBinder binder;
  private final List<Variant> variants;
  private final List<String> notes;

  /**
   * A maker.
   *
   * @param binder binds what was made
   * @param variants of the study
   * @param notes takes a sentence for each reference that is not added
   */
  References(VariantBinder binder, List<Variant> variants, List<String> notes) {
    this.binder = binder;
    this.variants = variants;
    this.notes = notes;
  }

  /** Returns those that apply and are no variant already. */
  List<Variant> of(Variant baseline, List<Reference> wanted) {
    List<Variant> made = new ArrayList<>();
    for (Reference reference : List.of(Reference.values())) {
      String name = Names.ofConstant(reference);
      if (!wanted.contains(reference)) {
        notes.add("The reference " + name + " is left out by the study file.");
        continue;
      }
      Map<String, EncoderNode> sequences = sequences(baseline.experiment());
      if (sequences.isEmpty()) {
        notes.add("The reference " + name + " does not apply: no encoder reads a sequence.");
        continue;
      }
      add(made, name, baseline, layers(reference, name, sequences, baseline.experiment()));
    }
    return made;
  }

  private void add(List<Variant> made, String name, Variant baseline, List<Layer> own) {
    List<Layer> layers = new ArrayList<>(baseline.cell().layers());
    layers.addAll(own);
    try {
      Experiment bound = binder.checked(layers);
      Variant variant =
          new Variant(name, new Cell(Map.of(), own, baseline.cell().seedOffset()), bound, true);
      variants.stream()
          .filter(other -> other.text().equals(variant.text()) || other.name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              same -> notes.add("The reference " + name + " is the variant " + same.name() + "."),
              () -> made.add(variant));
    } catch (ConfigurationException e) {
      Problem first = e.problems().get(0);
      notes.add(
          "The reference %s does not apply: %s: %s.".formatted(name, first.path(), first.what()));
    }
  }

  private static Map<String, EncoderNode> sequences(Experiment experiment) {
    Map<String, EncoderNode> sequences = new TreeMap<>(experiment.config().model().encoders());
    sequences.values().removeIf(node -> !(node.encoder().plugin() instanceof SequenceEncoder));
    return sequences;
  }

  private static List<Layer> layers(
      Reference reference, String name, Map<String, EncoderNode> sequences, Experiment experiment) {
    ModelConfig model = experiment.config().model();
    ConfigValue nothing = ConfigValueFactory.fromAnyRef(null, name);
    List<Layer> layers = new ArrayList<>();
    for (Map.Entry<String, EncoderNode> entry : sequences.entrySet()) {
      String path = "model.encoders." + ConfigUtil.joinPath(entry.getKey());
      layers.add(Layer.at(path, nothing, name));
      if (reference == Reference.MEAN_EMBEDDING) {
        layers.add(Layer.at(path, mean(entry.getValue(), name), name));
      }
    }
    if (reference == Reference.STATIC_ONLY) {
      for (String input : new TreeMap<>(model.inputs()).keySet()) {
        layers.add(Layer.at("model.inputs." + ConfigUtil.joinPath(input), nothing, name));
      }
    }
    return layers;
  }

  /** A node that reads the same fields, and is projected alike so that it fits the merger. */
  private static ConfigObject mean(EncoderNode node, String id) {
    ConfigObject old = Rendered.of(node);
    ConfigObject mean = ConfigValueFactory.fromMap(Map.of("type", id), id);
    for (String key : List.of("input", "inputs", "projections")) {
      ConfigValue kept = old.get(key);
      boolean empty = kept == null || (kept instanceof ConfigList list && list.isEmpty());
      mean = kept == null || empty ? mean : mean.withValue(key, kept);
    }
    return mean;
  }
}
