package org.braidml.runner.experiment;

import com.google.inject.Inject;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.braidml.api.config.Binder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.config.KeyPlaces;
import org.braidml.api.config.Origins;
import org.braidml.api.config.Problem;
import org.braidml.api.plugin.Registry;

/** Reads experiment files, strictly: all problems at once, each with its place. */
public final class ExperimentReader {

  private static final String OPEN_BRACE = "the file ends before every { is closed";
  private static final Pattern EXPERIMENTS = Pattern.compile(".*\\.conf");

  private final Registry registry;

  /** A reader that knows these plug-ins. */
  @Inject
  public ExperimentReader(Registry registry) {
    this.registry = registry;
  }

  /**
   * Reads an experiment file and lays overrides over it.
   *
   * @param file the file
   * @param sets {@code key=value} each, a later one wins
   * @throws ConfigurationException with everything that is wrong
   */
  public Experiment read(Path file, List<String> sets) {
    return read(file, sets, List.of());
  }

  /**
   * Reads an experiment file and lays overrides and further layers over it.
   *
   * @param file the file
   * @param sets {@code key=value} each, a later one wins
   * @param layers laid over those, a later one wins
   * @throws ConfigurationException with everything that is wrong
   */
  public Experiment read(Path file, List<String> sets, List<Layer> layers) {
    String source = file.toString();
    Overrides overrides = new Overrides();
    List<Layer> all = new ArrayList<>(overrides.layers(sets));
    all.addAll(layers);
    Config resolved = resolve(overrides.over(parse(file, source), all), source);
    Binder binder = new Binder(registry, new DefaultValues());
    Optional<ExperimentConfig> config = binder.bind(ExperimentConfig.class, resolved.root(), "");
    List<Problem> problems = new ArrayList<>(overrides.problems());
    problems.addAll(binder.problems());
    KeyPlaces places = new KeyPlaces(resolved.root());
    config.ifPresent(bound -> problems.addAll(places.complete(ExperimentRules.check(bound))));
    if (!problems.isEmpty() || config.isEmpty()) {
      throw new ConfigurationException(source, problems);
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
    ExperimentConfig bound = config.get();
    return new Experiment(
        name(absolute),
        source,
        folder,
        bound.withEngine(bound.engine().resolved()),
        overrides.notes(),
        places);
  }

  /**
   * Reads a file of HOCON without binding it, variables filled in.
   *
   * @throws ConfigurationException if it is not there, or no HOCON
   */
  public static Config parsed(Path file) {
    return resolve(parse(file, file.toString()), file.toString());
  }

  private static Config parse(Path file, String source) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(
          source,
          List.of(
              Problem.at(source)
                  .what(Files.isDirectory(file) ? "this is a folder" : "no such file")
                  .found(String.valueOf(file.getFileName()), Siblings.of(file, EXPERIMENTS))
                  .build()));
    }
    try {
      ConfigParseOptions options =
          ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);
      return ConfigFactory.parseFile(file.toFile(), options);
    } catch (ConfigException e) {
      throw refused(source, e);
    }
  }

  private static Config resolve(Config config, String source) {
    try {
      return config.resolve(ConfigResolveOptions.defaults());
    } catch (ConfigException e) {
      throw refused(source, e);
    }
  }

  private static ConfigurationException refused(String source, ConfigException e) {
    String where = e.origin() == null ? null : Origins.where(e.origin());
    String message =
        String.valueOf(e.getMessage())
            .replaceFirst("^.*?: (\\d+: )?", "")
            .replaceFirst("(?s) \\(if you intended .*", "")
            .replaceFirst("^expecting a close parenth.*end of file$", OPEN_BRACE);
    String remedy =
        e instanceof ConfigException.UnresolvedSubstitution
            ? "set the environment variable, or write ${?NAME} for an optional one"
            : null;
    return new ConfigurationException(
        source, List.of(Problem.at("").what(message).where(where).remedy(remedy).build()));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
  }
}
