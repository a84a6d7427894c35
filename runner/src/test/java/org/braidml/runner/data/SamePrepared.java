package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.store.SectionWriter;

/** Whether prepared data are the same, bit for bit. */
public final class SamePrepared {

  private SamePrepared() {}

  /** Checks all that is prepared. */
  public static void check(PreparedData one, PreparedData other) {
    assertThat(one.features()).isEqualTo(other.features());
    assertThat(one.shared()).isEqualTo(other.shared());
    assertThat(one.notes()).isEqualTo(other.notes());
    assertThat(one.refused()).isEqualTo(other.refused());
    assertThat(one.testContents()).isEqualTo(other.testContents());
    assertThat(one.lastValues()).usingRecursiveComparison().isEqualTo(other.lastValues());
    assertThat(one.split()).usingRecursiveComparison().isEqualTo(other.split());
    check(one.train(), other.train());
    check(one.validation(), other.validation());
    check(one.test(), other.test());
  }

  /** All that examples hold, and how they stand in a batch. */
  private static void check(Examples one, Examples other) {
    assertThat(one.size()).isEqualTo(other.size());
    int[] some = IntStream.range(0, Math.min(20, one.size())).toArray();
    assertThat(one.batch(some)).usingRecursiveComparison().isEqualTo(other.batch(some));
    assertThat(bytes(one)).isEqualTo(bytes(other));
  }

  private static byte[] bytes(Examples examples) {
    try {
      Path folder = Files.createTempDirectory("examples");
      Path file = folder.resolve("file");
      try (SectionWriter to = new SectionWriter(file)) {
        examples.write(to);
        to.finish();
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
