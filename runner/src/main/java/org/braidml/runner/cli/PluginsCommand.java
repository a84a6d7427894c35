package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import picocli.CommandLine.Command;

/** {@code braid plugins}: every plug-in, jar by jar. */
@Command(name = "plugins", description = "Lists every plug-in with its SPI, id, jar and version.")
final class PluginsCommand extends AbstractBraidCommand {

  @Override
  public Integer call() {
    Injector injector = wire();
    Map<String, List<Registry.Entry>> byJar =
        injector.getInstance(Registry.class).entries().stream()
            .collect(
                Collectors.groupingBy(
                    Registry.Entry::jar, LinkedHashMap::new, Collectors.toList()));
    byJar.forEach(this::print);
    injector
        .getInstance(Discovery.class)
        .refused()
        .forEach(reason -> out().println("refused: " + reason));
    return BraidCommand.DONE;
  }

  private void print(String jar, List<Registry.Entry> entries) {
    out().println(jar + ", version " + entries.get(0).version());
    TextTable table = new TextTable(-1);
    for (Registry.Entry entry : entries) {
      table.row(entry.spi().key(), entry.id());
    }
    out().println(table.render("  "));
  }
}
