package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Shorthand;

/** Where rows come from; {@code type} is {@code file} unless given. */
@Discriminator("type")
@Defaults("data.source")
@Shorthand("path")
public sealed interface SourceConfig
    permits FileSourceConfig,
        JdkNamesSourceConfig,
        LongSourceConfig,
        ReviewsMadeSourceConfig,
        TsSourceConfig {

  /** The same source, its files found from any folder. */
  default SourceConfig absolute(Path folder) {
    return this;
  }

  /** Returns the files to read by what they are for; empty if rows are made without any. */
  default Map<String, String> files() {
    return Map.of();
  }

  /** Returns the names of the files that rows come from, for messages; empty if they are made. */
  default String shown() {
    return Stream.of("path", "validation", "test")
        .map(key -> files().getOrDefault(key, ""))
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceFirst(".*[/\\\\]", ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What becomes of a row that cannot be read. */
  default OnBadRow onBadRow() {
    return OnBadRow.FAIL;
  }

  /** One file, read as its name says or as the rows of training were. */
  static SourceConfig like(SourceConfig trained, String path) {
    if (trained instanceof LongSourceConfig measured) {
      return measured.at(path);
    }
    return TsSourceConfig.isName(path)
        ? new TsSourceConfig(path, Optional.empty(), Optional.empty(), OnBadRow.FAIL)
        : FileSourceConfig.like(trained, path);
  }

  /** The files of a source that names one for each side, and others to join. */
  static Map<String, String> files(
      String path,
      Optional<String> validation,
      Optional<String> test,
      Map<String, JoinedFileConfig> tables) {
    Map<String, String> files = new TreeMap<>(Map.of("path", path));
    validation.ifPresent(file -> files.put("validation", file));
    test.ifPresent(file -> files.put("test", file));
    tables.forEach((name, table) -> files.put("tables." + name, table.path()));
    return files;
  }
}
