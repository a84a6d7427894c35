package org.braidml.runner.data.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.DialectConfig;
import org.braidml.runner.data.config.FileFormat;

/** Decides how a file is read. */
final class Dialects {

  private static final List<String> USUAL_CHARSETS =
      List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16");

  private Dialects() {}

  /** Returns the dialect of a file, or tells what of its settings is wrong. */
  static Optional<Dialect> of(DialectConfig config, String file, Problems problems) {
    FileFormat format = format(config.format(), file);
    Optional<Charset> charset = charset(config.encoding(), problems);
    boolean delimiter = single("data.source.delimiter", config.delimiter(), problems);
    boolean quote = single("data.source.quote", config.quote(), problems);
    if (charset.isEmpty() || !delimiter || !quote) {
      return Optional.empty();
    }
    boolean tabs = format == FileFormat.TSV;
    return Optional.of(
        new Dialect(
            format,
            config.delimiter().orElse(tabs ? "\t" : ","),
            config.quote().orElse(format == FileFormat.CSV ? "\"" : ""),
            config.header(),
            config.columns(),
            charset.get(),
            config.nullValues()));
  }

  private static FileFormat format(FileFormat given, String file) {
    if (given != FileFormat.AUTO) {
      return given;
    }
    return FileFormat.ofName(file);
  }

  private static boolean single(String path, Optional<String> value, Problems problems) {
    if (value.isEmpty() || value.get().length() <= 1) {
      return true;
    }
    problems.add(
        Problem.at(path)
            .value('"' + value.get() + '"')
            .what("it is one character, or empty for none")
            .remedy("a tab is written \"\\t\""));
    return false;
  }

  static Optional<Charset> charset(String name, Problems problems) {
    if (name.equalsIgnoreCase("UTF-8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      problems.add(
          Problem.at("data.source.encoding")
              .value('"' + name + '"')
              .what("no character set has this name")
              .choices(name, USUAL_CHARSETS));
      return Optional.empty();
    }
  }
}
