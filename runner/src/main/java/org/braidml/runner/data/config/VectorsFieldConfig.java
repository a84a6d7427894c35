package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * A sequence of vectors, {@code (T, F)}, as they are: embeddings of a document's chunks, say.
 *
 * @param column the column that holds a JSON array of arrays in each row, one a step
 * @param size F, or absent for that of the first training row
 * @param maxLength the most vectors of a row
 * @param truncate which end of a longer row is cut off
 */
@Id("vectors")
public record VectorsFieldConfig(
    String column,
    @Range(min = 1) Optional<Integer> size,
    @Range(min = 1) int maxLength,
    Truncate truncate)
    implements FieldConfig {

  @Override
  public List<String> sourceColumns() {
    return List.of(column);
  }
}
