package org.braidml.runner.cli;

import com.google.inject.Injector;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import picocli.CommandLine.Command;

/** {@code braid plugins}: every plug-in with its jar. */
@Command(name = "plugins", description = "Lists every plug-in with its SPI, id, jar and version.")
final class PluginsCommand extends AbstractBraidCommand {

  @Override
  public Integer call() {
    Injector injector = wire();
    TextTable table = new TextTable(-1).row("SPI", "id", "jar", "version");
    for (Registry.Entry entry : injector.getInstance(Registry.class).entries()) {
      table.row(entry.spi().key(), entry.id(), entry.jar(), entry.version());
    }
    out().print(table.render(""));
    injector
        .getInstance(Discovery.class)
        .refused()
        .forEach(reason -> out().println("refused: " + reason));
    return BraidCommand.DONE;
  }
}
