package org.braidml.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.Box;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.experiment.SymbolicModel;
import org.braidml.runner.train.StatefulRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid check FILE}: binds an experiment and prints its graph, without reading any data. */
@Command(
    name = "check",
    description = {
      "Checks an experiment file and prints its model as a table.",
      "No data are read: V(text) stands for a vocabulary, C(target) for the number of classes."
    })
final class CheckCommand extends AbstractBraidCommand {

  private static final int CELL = 18;

  @Parameters(paramLabel = "FILE", description = "The experiment file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Replaces a key of the file; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Override
  public Integer call() {
    Experiment experiment = wire().getInstance(ExperimentReader.class).read(file, sets);
    experiment.notes().forEach(note -> out().println("note: " + note));
    SymbolicModel symbolic = new SymbolicModel(experiment.config());
    ModelBuilder.Result result = symbolic.build();
    if (!result.problems().isEmpty()) {
      throw experiment.refused(result.problems());
    }
    if (experiment.config().training().stateful()) {
      List<Problem> problems = StatefulRules.of(result.model().orElseThrow());
      if (!problems.isEmpty()) {
        throw experiment.refused(problems);
      }
    }
    result.unread().forEach(field -> out().println("note: no encoder reads the field " + field));
    out().print(table(result, symbolic));
    out().print(Wrapped.text("parameters: " + symbolic.parameters(), 80, 2));
    return BraidCommand.DONE;
  }

  private static String table(ModelBuilder.Result result, SymbolicModel symbolic) {
    List<String> widths = symbolic.sizes(Box::outputWidth);
    List<String> parameters = symbolic.sizes(Box::parameters);
    TextTable table = new TextTable(-1).row("box", "type", "reads", "gives", "parameters");
    List<Box> boxes = result.model().orElseThrow().boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      String shape = (box.sequence() ? "(B, T, " : "(B, ") + widths.get(i) + ")";
      table.row(
          box.path(),
          box.type(),
          cell(box.reads(), ", "),
          cell(shape, " + "),
          cell(parameters.get(i), " + "));
    }
    return table.render("");
  }

  /** Puts the parts of a long cell on lines of their own, so that the table fits a terminal. */
  private static String cell(String text, String between) {
    return text.length() <= CELL ? text : text.replace(between, between.stripTrailing() + '\n');
  }
}
