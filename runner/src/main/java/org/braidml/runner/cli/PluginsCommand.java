package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.plugin.Notice;
import org.braidml.runner.wiring.ThirdPartyModule;
import org.braidml.runner.wiring.WiredPlugins;
import picocli.CommandLine.Command;

/** {@code braid plugins}: every jar with what it gave, or why it gave nothing. */
@Command(name = "plugins", description = "Lists every plug-in with its SPI, id, jar and version.")
final class PluginsCommand extends AbstractBraidCommand {

  private static final int WIDTH = 80;

  @Override
  public Integer call() {
    WiredPlugins plugins = wireSilently().getInstance(WiredPlugins.class);
    Map<String, List<Notice>> notices = new LinkedHashMap<>();
    plugins.notices().forEach(n -> notices.computeIfAbsent(n.jar(), j -> new ArrayList<>()).add(n));
    Map<String, List<Registry.Entry>> byJar = new LinkedHashMap<>();
    plugins
        .registry()
        .entries()
        .forEach(e -> byJar.computeIfAbsent(e.jar(), j -> new ArrayList<>()).add(e));
    Map<String, List<String>> modules = new LinkedHashMap<>();
    for (ThirdPartyModule module : plugins.modules()) {
      modules.computeIfAbsent(module.jar(), jar -> new ArrayList<>()).add(module.type());
      byJar.computeIfAbsent(module.jar(), jar -> new ArrayList<>());
    }
    byJar.forEach(
        (jar, entries) -> {
          String version = entries.isEmpty() ? "" : ", version " + entries.get(0).version();
          out().println(jar + version);
          out().print(table(entries, modules.getOrDefault(jar, List.of())));
          tell(notices.getOrDefault(jar, List.of()));
        });
    libraries(plugins, byJar, notices);
    notices.forEach(
        (jar, ofJar) -> {
          if (!byJar.containsKey(jar)) {
            out().println(jar + ": no plug-in");
            tell(ofJar);
          }
        });
    return BraidCommand.DONE;
  }

  private static String table(List<Registry.Entry> entries, List<String> modules) {
    TextTable table = new TextTable(-1);
    entries.forEach(entry -> table.row(entry.spi().key(), entry.id()));
    modules.forEach(type -> table.row("Guice module", type));
    return table.render("  ");
  }

  private void libraries(
      WiredPlugins plugins,
      Map<String, List<Registry.Entry>> byJar,
      Map<String, List<Notice>> notices) {
    List<String> libraries = new ArrayList<>(plugins.path().accepted());
    libraries.removeIf(jar -> byJar.containsKey(jar) || notices.containsKey(jar));
    libraries.forEach(jar -> out().println(jar + ": a library"));
    if (!libraries.isEmpty()) {
      out().println();
    }
  }

  private void tell(List<Notice> notices) {
    for (Notice notice : notices) {
      String label =
          switch (notice.kind()) {
            case REFUSED -> "left out: ";
            case BROKEN -> "broken: ";
            case NOTE -> "note: ";
          };
      String text = "  " + label + notice.what() + "\n    " + notice.remedy();
      out().print(Wrapped.text(text, WIDTH, 2));
    }
    out().println();
  }
}
