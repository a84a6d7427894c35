package org.braidml.runner.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.api.config.Problem;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.runner.data.config.CharactersFieldConfig;
import org.braidml.runner.data.config.NextTokenTargetConfig;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.TextFieldConfig;
import org.braidml.runner.data.config.TokensFieldConfig;
import org.braidml.runner.data.config.VectorsFieldConfig;

/** What binding alone cannot see: keys that must go together. */
final class ExperimentRules {

  private ExperimentRules() {}

  static List<Problem> check(ExperimentConfig config) {
    List<Problem> problems = new ArrayList<>();
    if (config.data().allTargets().isEmpty()) {
      problems.add(
          Problem.at("data.target")
              .what("missing: an experiment predicts something")
              .remedy("for example target { column = \"label\", kind = binary }")
              .build());
    }
    if (config.data().target().isPresent() && !config.data().targets().isEmpty()) {
      problems.add(
          Problem.at("data.target")
              .what("stands beside data.targets")
              .remedy("use target for one, targets for several")
              .build());
    }
    config.data().allTargets().forEach((name, target) -> steps(config, name, target, problems));
    if (config.training().stateful() && config.training().shuffle()) {
      problems.add(
          Problem.at("training.stateful")
              .value("true")
              .what("a state goes on only where rows are read in order")
              .remedy("set training.shuffle = false")
              .build());
    }
    if (config.training().stateful() && config.training().accumulate() > 1) {
      problems.add(
          Problem.at("training.accumulate")
              .value(Integer.toString(config.training().accumulate()))
              .what("streams whose state goes on are read all at once")
              .remedy("set training.accumulate = 1, or training.stateful = false")
              .build());
    }
    monitor(config, problems);
    device(config, problems);
    ShardKeys.check(config, problems);
    EmbeddingKeys.check(config, problems);
    return problems;
  }

  /** A target a step needs a sequence, and the next token one of text. */
  private static void steps(
      ExperimentConfig config, String name, TargetConfig target, List<Problem> problems) {
    if (!(target instanceof StepTargetConfig steps)) {
      return;
    }
    boolean next = target instanceof NextTokenTargetConfig;
    Set<String> sequences = new TreeSet<>();
    config
        .data()
        .fields()
        .forEach(
            (field, kind) -> {
              boolean text =
                  kind instanceof TextFieldConfig || kind instanceof CharactersFieldConfig;
              boolean numbers =
                  kind instanceof SeriesFieldConfig || kind instanceof VectorsFieldConfig;
              boolean subwords = kind instanceof TokensFieldConfig;
              if (text || (!next && (numbers || subwords))) {
                sequences.add(field);
              }
            });
    if (!sequences.contains(steps.field())) {
      problems.add(
          Problem.at(config.data().targetKey(name) + ".field")
              .value('"' + steps.field() + '"')
              .what("no field of " + (next ? "text" : "a sequence") + " has this name")
              .found(steps.field(), sequences)
              .build());
    }
  }

  private static void monitor(ExperimentConfig config, List<Problem> problems) {
    String monitor = config.training().earlyStopping().monitor();
    List<String> names = new ArrayList<>(List.of("loss"));
    Set<String> heads = new TreeSet<>(config.model().heads().keySet());
    if (heads.size() < 2) {
      Metrics.all().stream().map(Metric::name).forEach(names::add);
    } else {
      heads.forEach(head -> Metrics.all().forEach(m -> names.add(head + "." + m.name())));
    }
    if (!names.contains(monitor)) {
      problems.add(
          Problem.at("training.early-stopping.monitor")
              .value('"' + monitor + '"')
              .what(
                  heads.size() < 2
                      ? "neither loss nor a metric"
                      : "neither loss nor <head>.<metric>")
              .choices(monitor, names)
              .build());
    }
  }

  private static void device(ExperimentConfig config, List<Problem> problems) {
    if (!config.device().matches("cpu|gpu\\(\\d+\\)")) {
      problems.add(
          Problem.at("device")
              .value('"' + config.device() + '"')
              .what("expected cpu, or gpu(0) and so on")
              .build());
    } else if (!config.device().equals("cpu") && config.engine().resolved() == EngineName.MXNET) {
      problems.add(
          Problem.at("device")
              .value('"' + config.device() + '"')
              .what("MXNet runs on the cpu only")
              .remedy("set engine = PyTorch")
              .build());
    }
  }
}
