package org.braidml.runner.data.config;

import java.util.List;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;

/** A named input, made of one or more columns. */
@Discriminator("kind")
@Defaults("data.fields")
public sealed interface FieldConfig
    permits TextFieldConfig,
        CharactersFieldConfig,
        SeriesFieldConfig,
        VectorsFieldConfig,
        StaticFieldConfig {

  /** Returns the columns that the field reads, in order. */
  List<String> sourceColumns();
}
