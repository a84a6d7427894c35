package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.config.DataConfig;

/** The tokenizers of a run: {@code files/tokenizers/<field>/} and the name of the original. */
final class KeptTokenizers {

  /** Where an environment tells them. */
  static final String FACTS = "tokenizers";

  /** What a field may be called; others are refused with the model. */
  private static final String NAME = "[a-zA-Z0-9_-]+";

  private final Path folder;

  KeptTokenizers(RunDirectory directory) {
    this.folder = directory.files().resolve(FACTS).toAbsolutePath();
  }

  private Path place(String field, String original) {
    return folder.resolve(field).resolve(String.valueOf(Path.of(original).getFileName()));
  }

  /** Copies those that are there; others are told where data are prepared. */
  void take(DataConfig data) throws IOException {
    for (Map.Entry<String, String> one : data.filesOfFields().entrySet()) {
      take(one.getKey(), one.getValue());
    }
  }

  private void take(String field, String original) throws IOException {
    if (field.matches(NAME) && Files.isRegularFile(Path.of(original))) {
      KeptFiles.copy(Path.of(original), place(field, original));
    }
  }

  /** Copies those of another run; where it has none, the originals. */
  void takeFrom(KeptTokenizers other, DataConfig data, Map<String, ?> environment)
      throws IOException {
    Map<String, Object> facts = KeptFiles.below(environment, FACTS);
    for (Map.Entry<String, String> one : data.filesOfFields().entrySet()) {
      Path copy = other.place(one.getKey(), one.getValue());
      if (Files.isRegularFile(copy)) {
        Object sum = KeptFiles.below(facts, one.getKey()).get(DataFacts.SUM);
        KeptFiles.copy(copy, place(one.getKey(), one.getValue()), String.valueOf(sum));
      } else {
        take(one.getKey(), one.getValue());
      }
    }
  }

  /** The same data, read with the copies that there are. */
  DataConfig reading(DataConfig data) {
    Map<String, String> copies = new TreeMap<>();
    data.filesOfFields()
        .forEach(
            (field, original) -> {
              Path copy = place(field, original);
              if (Files.isRegularFile(copy)) {
                copies.put(field, copy.toString());
              }
            });
    return data.withFilesOfFields(copies);
  }

  /** Returns the originals by name, and the sizes and sums of what is read in their place. */
  Map<String, Object> facts(DataConfig data, FileSums sums) throws IOException {
    Map<String, String> originals = data.filesOfFields();
    Map<String, Object> facts = DataFacts.of(reading(data).filesOfFields(), sums);
    Map<String, Object> named = new LinkedHashMap<>();
    for (String field : facts.keySet()) {
      Map<String, Object> one = KeptFiles.below(facts, field);
      one.put(DataFacts.FILE, String.valueOf(originals.get(field)));
      named.put(field, one);
    }
    return named;
  }
}
