package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.braidml.api.Encoder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.plugin.Registry;
import org.braidml.api.plugin.Spi;
import org.braidml.runner.Version;
import org.braidml.runner.newplugin.PluginNames;
import org.braidml.runner.newplugin.PluginProject;
import org.braidml.runner.newplugin.Tryout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid new-plugin NAME --spi SPI}: writes the Maven project of a new plug-in. */
@Command(
    name = "new-plugin",
    description = "Writes the Maven project of a plug-in, with a box that works and its tests.")
final class NewPluginCommand extends AbstractBraidCommand {

  private static final int WIDTH = 80;

  @Parameters(paramLabel = "NAME", description = "Its id, for example my-encoder.")
  private String name;

  @Option(
      names = "--spi",
      required = true,
      paramLabel = "SPI",
      description = {
        "What it is: sequence-transform, sequence-encoder, recurrent-cell, pooling,"
            + " static-feature-encoder, merger, projection or head."
      })
  private String spiKey;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = {
        "Where to make the folder NAME; otherwise here or, in Braid's own sources, beside them."
      })
  private @Nullable Path in;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The Java package of its classes; otherwise one below org.example.")
  private @Nullable String packageName;

  @Override
  public Integer call() throws IOException {
    Registry registry = wire().getInstance(Registry.class);
    List<Problem> problems = new ArrayList<>();
    Optional<Spi> spi = spi(problems);
    problems.addAll(PluginNames.problemsOfId(name));
    Path folder = (in == null ? BraidFolder.outside() : in).resolve(name).normalize();
    if (Files.exists(folder)) {
      problems.add(
          Problem.at(Shown.path(folder))
              .what("exists already")
              .remedy("remove it, choose another name, or another folder by --in")
              .build());
    }
    if (problems.isEmpty()) {
      PluginNames names = PluginNames.of(spi.orElseThrow(), name);
      names = packageName == null ? names : names.in(packageName);
      problems.addAll(names.problems());
      taken(names, registry).ifPresent(problems::add);
      if (problems.isEmpty()) {
        write(names, folder);
        return BraidCommand.DONE;
      }
    }
    throw new ConfigurationException("the command line", problems);
  }

  private Optional<Spi> spi(List<Problem> problems) {
    Optional<Spi> spi = Spi.ALL.stream().filter(each -> each.key().equals(spiKey)).findFirst();
    if (spi.isEmpty()) {
      problems.add(
          Problem.at("--spi")
              .value('"' + spiKey + '"')
              .what("no service provider interface has this name")
              .choices(spiKey, Spi.ALL.stream().map(Spi::key).toList())
              .build());
    }
    return spi;
  }

  /** Both kinds of encoder stand under one key of a file, so that they share their ids. */
  private static Optional<Problem> taken(PluginNames names, Registry registry) {
    Class<?> type = names.spi().type();
    Registry.Entry entry =
        registry
            .entries(Encoder.class.isAssignableFrom(type) ? Encoder.class : type)
            .get(names.id());
    return Optional.ofNullable(entry)
        .map(
            there ->
                Problem.at("NAME")
                    .value('"' + names.id() + '"')
                    .what("there is a " + there.spi().key() + " of this id, in " + there.jar())
                    .remedy("choose another; an id that two plug-ins claim names neither")
                    .build());
  }

  private void write(PluginNames names, Path folder) throws IOException {
    Tryout tryout = Tryout.of(names.spi(), names.id());
    PluginProject project =
        new PluginProject(names, Version.BRAID, BraidFolder.launcherInside(), tryout);
    project.write(folder);
    String kind = names.spi().key();
    out().println(Shown.path(folder) + ": a project for the " + kind + " \"" + names.id() + '"');
    out().println();
    project.files().keySet().forEach(file -> out().println("  " + file));
    out().println();
    out().println("next, from here:");
    out().println();
    out().println("  (cd " + Shown.path(folder) + " && mvn verify)");
    commands(names, folder, tryout);
  }

  private void commands(PluginNames names, Path folder, Tryout tryout) {
    Path home = BraidFolder.home();
    String jar = Shown.path(folder.resolve("target/" + names.id() + "-0.1.0.jar"));
    String braid = Shown.program(home.resolve(BraidFolder.launcherInside()));
    out().println(line("cp " + jar, Shown.path(home.resolve("plugins")) + '/'));
    out()
        .println(
            line(
                line(braid + " train", Shown.path(home.resolve(tryout.experiment()))),
                tryout.option()));
  }

  /** Joins the parts of a command, by a backslash where the line would be too long. */
  private static String line(String first, String second) {
    String start = first.startsWith("  ") ? first : "  " + first;
    int last = start.length() - start.lastIndexOf('\n') - 1;
    return start + (last + 3 + second.length() <= WIDTH ? " " : " \\\n    ") + second;
  }
}
