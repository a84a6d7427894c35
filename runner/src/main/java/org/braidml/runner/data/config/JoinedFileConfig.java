package org.braidml.runner.data.config;

import java.nio.file.Path;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Inline;
import org.braidml.api.config.Shorthand;

/**
 * A file that a query joins to the rows of a source, such as outcomes that are given apart.
 *
 * @param path the file, relative to the folder of the experiment file; {@code .gz} and {@code .zst}
 *     are unpacked
 * @param dialect how it is read; its keys stand beside this one
 */
@Defaults("data.source-table")
@Shorthand("path")
public record JoinedFileConfig(String path, @Inline DialectConfig dialect) {

  /** The same file, found from any folder. */
  JoinedFileConfig absolute(Path folder) {
    return new JoinedFileConfig(folder.resolve(path).normalize().toString(), dialect);
  }

  /** The file as a source by itself. */
  public FileSourceConfig asSource() {
    return FileSourceConfig.of(path, dialect);
  }
}
