package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;

/** A named input, made of one or more columns. */
@Discriminator("kind")
@Defaults("data.fields")
public sealed interface FieldConfig
    permits TextFieldConfig,
        CharactersFieldConfig,
        TokensFieldConfig,
        SeriesFieldConfig,
        VectorsFieldConfig,
        StaticFieldConfig {

  /** Returns the columns that the field reads, in order. */
  List<String> sourceColumns();

  /** Returns the file that the field reads beside the rows, if there is one. */
  default Optional<String> file() {
    return Optional.empty();
  }

  /** The same field, reading another file; a field without one stays as it is. */
  default FieldConfig withFile(String other) {
    return this;
  }

  /** The same field, its file found from any folder. */
  default FieldConfig absolute(Path folder) {
    return this;
  }
}
