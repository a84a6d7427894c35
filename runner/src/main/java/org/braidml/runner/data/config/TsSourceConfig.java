package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * Files of the UEA and UCR archive of time series ({@code .ts}). Columns: {@code dim1}, {@code
 * dim2} and so on, each a JSON array of the numbers of one dimension; {@code series}, all
 * dimensions as a JSON array of steps; {@code label}, the class or the number to predict.
 *
 * @param path the file, relative to the folder of the experiment file; {@code .gz} and {@code .zst}
 *     are unpacked
 * @param validation a file of validation rows, if they are given apart
 * @param test a file of test rows, if they are given apart
 * @param onBadRow what becomes of a row that cannot be read
 */
@Id("ts")
public record TsSourceConfig(
    String path, Optional<String> validation, Optional<String> test, OnBadRow onBadRow)
    implements SourceConfig {

  /** Returns whether a file is such a one by its name, whether it is packed or not. */
  public static boolean isName(String file) {
    return file.toLowerCase(Locale.ROOT).matches("(?s).*\\.ts(\\.(gz|zst))?");
  }

  @Override
  public TsSourceConfig absolute(Path folder) {
    return new TsSourceConfig(
        folder.resolve(path).normalize().toString(),
        validation.map(file -> folder.resolve(file).normalize().toString()),
        test.map(file -> folder.resolve(file).normalize().toString()),
        onBadRow);
  }

  @Override
  public Map<String, String> files() {
    return SourceConfig.files(path, validation, test, Map.of());
  }
}
