package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Described;
import org.braidml.api.config.Problem;
import org.braidml.api.plugin.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid describe ID}: the settings of a plug-in with their defaults. */
@Command(
    name = "describe",
    description = "Shows the settings of a plug-in: type, range, default and meaning of each key.")
final class DescribeCommand extends AbstractBraidCommand {

  @Option(names = "--page", description = "Every component, as a page of Markdown.")
  private boolean page;

  @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "The id of a plug-in, for example lstm.")
  private String id;

  @Override
  public Integer call() {
    Registry registry = wire().getInstance(Registry.class);
    if (page) {
      out().print(new ConfigPage(registry).markdown());
      return BraidCommand.DONE;
    }
    List<Registry.Entry> found =
        registry.entries().stream().filter(entry -> entry.id().equals(id)).toList();
    if (found.isEmpty()) {
      List<String> ids = new ArrayList<>();
      registry.entries().forEach(entry -> ids.add(entry.id()));
      throw new ConfigurationException(
          "the command line",
          List.of(
              Problem.at("ID")
                  .value('"' + id + '"')
                  .what("no plug-in has this id")
                  .choices(id, ids.stream().distinct().sorted().toList())
                  .build()));
    }
    for (Registry.Entry entry : found) {
      out().println(entry.id() + ", a " + entry.spi().key() + " from " + entry.jar());
      for (Described.Key key : Described.of(entry)) {
        out().println();
        out().println("  " + key.name() + " = " + key.defaultValue() + "   " + key.type());
        wrap(key.comment()).forEach(line -> out().println("      " + line));
      }
    }
    return BraidCommand.DONE;
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > 72) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
