package org.braidml.runner.cache;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.runner.Version;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.run.FileSums;
import org.braidml.runner.run.Sha256;

/**
 * What prepared data depend on, as one number: the configuration, the names and contents of the
 * source's files, the contents of those that fields read beside the rows, Braid.
 */
final class CacheKey {

  private CacheKey() {}

  /**
   * Returns the key.
   *
   * @param files of the source, and behind them those of fields, one a field that has one
   */
  static String of(DataConfig config, List<Path> files, FileSums sums) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Version.BRAID).append('\n').append(program()).append('\n');
    Map<String, String> ofFields = new TreeMap<>(config.filesOfFields());
    ofFields.replaceAll((field, file) -> ""); // a copy elsewhere is the same
    add(text, config.withFilesOfFields(ofFields));
    int ofSource = files.size() - ofFields.size();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      text.append('\n').append(Files.size(file)).append(' ').append(sums.of(file)).append(' ');
      if (i < ofSource) {
        add(text, String.valueOf(file.getFileName())); // ids and queries may be of it
      }
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Another build may prepare otherwise. */
  private static String program() throws IOException {
    try {
      CodeSource source = DataPipeline.class.getProtectionDomain().getCodeSource();
      Path jar = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis()
          : "classes";
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Adds a record and all that it holds; maps by their keys, whose order is no one's. */
  private static void add(StringBuilder text, Object value) {
    if (value instanceof Record) {
      text.append(value.getClass().getSimpleName()).append('(');
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        text.append(component.getName()).append('=');
        add(text, component(value, component));
        text.append(';');
      }
      text.append(')');
    } else if (value instanceof Optional<?> optional) {
      text.append('?');
      optional.ifPresent(given -> add(text, given));
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
      sorted.forEach(
          (key, one) -> {
            add(text, key);
            add(text, one);
          });
    } else if (value instanceof List<?> list) {
      text.append('[').append(list.size());
      list.forEach(one -> add(text, one));
    } else {
      String plain = value.toString();
      text.append(plain.length()).append(':').append(plain);
    }
  }

  private static Object component(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a configuration record is public", e);
    }
  }
}
