package org.braidml.runner.cli;

import java.util.List;
import java.util.Map;
import org.braidml.api.config.Described;
import org.braidml.api.graph.InputConfig;
import org.braidml.api.plugin.Registry;
import org.braidml.api.plugin.Spi;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.JoinedFileConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.experiment.CheckpointConfig;
import org.braidml.runner.experiment.DecayConfig;
import org.braidml.runner.experiment.EarlyStoppingConfig;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.OptimizerConfig;
import org.braidml.runner.experiment.ScheduleConfig;
import org.braidml.runner.experiment.TrainingConfig;
import org.braidml.runner.study.config.AlternativeConfig;
import org.braidml.runner.study.config.AxisConfig;
import org.braidml.runner.study.config.StudyConfig;

/** Every key of every component as one Markdown page, read from records and commented defaults. */
final class ConfigPage {

  private static final Map<String, String> WHERE =
      Map.of(
          "sequence-transform", "encoders.x { transforms = [{ type = %s }] }",
          "sequence-encoder", "encoders.x { type = %s }",
          "recurrent-cell", "cell { type = %s }",
          "pooling", "encoders.x { pooling { type = %s } }",
          "static-feature-encoder", "encoders.x { type = %s }",
          "merger", "merger { type = %s }",
          "projection", "encoders.x { projections = [{ type = %s }] }",
          "head", "head { type = %s }");

  private static final String ENCODERS =
      """

      ## Encoders

      Under `model.encoders.x`, beside the keys of the encoder itself; each may be left out.

      | key | meaning |
      |---|---|
      | `input` | the field that is read; by default the encoder's own name |
      | `inputs` | or several fields side by side: the values of each step are concatenated in this order |
      | `transforms` | applied to the sequence before the encoder, in order |
      | `projections` | applied to the encoding, in order |
      | `condition-on` | another encoder, whose encoding this one is given |
      | `condition-as` | how that acts on a sequence encoder |

      `condition-as` is `initial-state` (a recurrence starts from it, the default of recurrent encoders),
      `every-step` (it stands beside each step that is read; any sequence encoder), `film` (it scales and
      shifts the states) or `query` (it is what an attention pooling asks with).
      """;

  private static final String DATA =
      """

      ## Data

      Under `data`.

      | key | meaning |
      |---|---|
      | `source` | where rows come from: a file, or an object with a `type` |
      | `split` | which rows train, validate and test |
      | `windows` | windows over rows, if an example is to see rows before its own |
      | `fields` | the inputs, by name |
      | `target`, `targets` | what is predicted: one, or several by name |
      | `weight` | a column of numbers, 0 or more: how much each training row counts in the loss, beside the mean of \
      the training rows; metrics, and the losses that are told, count all rows alike |
      """;

  private final Registry registry;
  private final StringBuilder page = new StringBuilder();

  ConfigPage(Registry registry) {
    this.registry = registry;
  }

  String markdown() {
    page.append("# Configuration\n\n")
        .append(
            "Every key with its type, range and default. Made by `braid describe --page`; the\n")
        .append("sources are the records and the commented `reference.conf` of each jar.\n");
    record("Experiment", "", ExperimentConfig.class);
    record("Training", "training", TrainingConfig.class);
    record("Early stopping", "training.early-stopping", EarlyStoppingConfig.class);
    record("Checkpoints", "training.checkpoint", CheckpointConfig.class);
    choices("Optimizers", "training { optimizer { type = %s } }", OptimizerConfig.class);
    record("Learning rate", "training.schedule", ScheduleConfig.class);
    choices("Learning rate schedules", "training { schedule { type = %s } }", DecayConfig.class);
    page.append(DATA);
    choices("Sources", "data { source { type = %s } }", SourceConfig.class);
    record("Joined files", "data.source.tables.x", JoinedFileConfig.class);
    record("Split", "data.split", SplitConfig.class);
    record("Windows", "data.windows", WindowsConfig.class);
    choices("Fields", "data { fields.x { kind = %s } }", FieldConfig.class);
    choices("Targets", "data { target { kind = %s } }", TargetConfig.class);
    choices("Inputs", "model { inputs.x { type = %s } }", InputConfig.class);
    page.append(ENCODERS);
    for (Spi spi : Spi.ALL) {
      plugins(spi);
    }
    section("Study", "At the root of a study file; see STUDIES.md.", StudyConfig.class);
    section("Axes of a study", "Each of `axes` of a study file.", AxisConfig.class);
    section(
        "Alternatives of a study",
        "Each of `variants` of a study file, and values of an axis that are no plain ones.",
        AlternativeConfig.class);
    return page.toString();
  }

  private void record(String title, String path, Class<?> record) {
    String where = path.isEmpty() ? "At the root of the file." : "Under `" + path + "`.";
    section(title, where, record);
  }

  private void section(String title, String where, Class<?> record) {
    page.append("\n## ").append(title).append("\n\n").append(where).append('\n');
    table(Described.of(record));
  }

  private void choices(String title, String hocon, Class<?> sealed) {
    page.append("\n## ").append(title).append('\n');
    Described.choices(sealed).forEach((id, keys) -> section(id, hocon, keys));
  }

  private void plugins(Spi spi) {
    Map<String, Registry.Entry> entries = registry.entries(spi.type());
    if (!entries.isEmpty()) {
      page.append("\n## ").append(spi.type().getSimpleName()).append('\n');
      entries.forEach(
          (id, entry) -> section(id, WHERE.getOrDefault(spi.key(), "%s"), Described.of(entry)));
    }
  }

  private void section(String id, String hocon, List<Described.Key> keys) {
    page.append("\n### ").append(id).append("\n\n    ");
    page.append(hocon.replace("%s", id)).append('\n');
    table(keys);
  }

  private void table(List<Described.Key> keys) {
    if (keys.isEmpty()) {
      page.append("\nIt has no settings.\n");
      return;
    }
    page.append("\n| key | type | default | meaning |\n|---|---|---|---|\n");
    for (Described.Key key : keys) {
      page.append("| `")
          .append(key.name())
          .append("` | ")
          .append(cell(key.type()))
          .append(" | `")
          .append(cell(key.defaultValue()))
          .append("` | ")
          .append(cell(key.comment()))
          .append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
