package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

  private static final int WIDTH = 80;

  @Option(names = "--page", description = "Every component, as a page of Markdown.")
  private boolean page;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      defaultValue = "",
      description = "The id of a plug-in, for example lstm.")
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
                  .found(id, ids.stream().distinct().sorted().toList())
                  .build()));
    }
    out().print(found.stream().map(DescribeCommand::text).collect(Collectors.joining("\n\n")));
    return BraidCommand.DONE;
  }

  private static String text(Registry.Entry entry) {
    StringBuilder text = new StringBuilder();
    text.append(entry.id() + ": a " + entry.spi().key() + ", in " + entry.jar() + '\n');
    List<Described.Key> keys = Described.of(entry);
    if (keys.isEmpty()) {
      text.append("\n  It has no settings.\n");
    }
    for (Described.Key key : keys) {
      text.append("\n  " + key.name() + key.assignment() + '\n');
      text.append("      " + key.comment() + '\n');
      text.append("      (" + key.type() + ")\n");
    }
    return Wrapped.text(text.toString(), WIDTH, 0);
  }
}
