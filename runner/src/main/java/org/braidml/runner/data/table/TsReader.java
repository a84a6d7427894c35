package org.braidml.runner.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.OnBadRow;

/**
 * Reads files of the UEA and UCR archive of time series (A. Bagnall and others, "The UEA
 * multivariate time series classification archive", 2018) into a {@link Table}: below a header, a
 * row a line, dimensions between colons, values between commas, {@code ?} for a missing one, and
 * last the class or the number to predict. Rows and dimensions may differ in length.
 */
public final class TsReader {

  private final Path folder;
  private final Problems problems;
  private final OnBadRow onBadRow;

  /**
   * A reader.
   *
   * @param folder what relative paths are relative to
   * @param problems takes what is wrong
   * @param onBadRow what becomes of rows that cannot be read
   */
  public TsReader(Path folder, Problems problems, OnBadRow onBadRow) {
    this.onBadRow = onBadRow;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param key the key that names the file, for messages
   * @param name the file as the user named it
   * @param wanted the columns to read; others are only named
   * @return the table, or empty if there were problems
   */
  public Optional<Table> read(String key, String name, Set<String> wanted) {
    Path path = folder.resolve(name);
    FileProblems told = new FileProblems(key, name, path, problems, onBadRow);
    if (!told.readable()) {
      return Optional.empty();
    }
    try {
      return read(path, StandardCharsets.UTF_8, wanted, told);
    } catch (CharacterCodingException e) {
      return older(path, wanted, told);
    } catch (IOException e) {
      told.unreadable(e);
      return Optional.empty();
    }
  }

  /**
   * Returns what stands at the end of each row of a file, by its header.
   *
   * @param file the file
   * @throws IOException if it cannot be read
   */
  public static TsLabel label(Path file) throws IOException {
    TsHeader header = new TsHeader("", new ArrayList<>());
    try (BufferedReader reader =
        new BufferedReader(new TextFile(file, StandardCharsets.ISO_8859_1).open())) {
      String line = reader.readLine();
      while (line != null && !line.strip().equalsIgnoreCase(TsHeader.END)) {
        header.take(line.strip(), 0);
        line = reader.readLine();
      }
    }
    return header.label();
  }

  /** The comments of older files are Latin-1. */
  private static Optional<Table> older(Path path, Set<String> wanted, FileProblems told) {
    try {
      return read(path, StandardCharsets.ISO_8859_1, wanted, told);
    } catch (IOException e) {
      told.unreadable(e);
      return Optional.empty();
    }
  }

  private static Optional<Table> read(
      Path path, Charset charset, Set<String> wanted, FileProblems told) throws IOException {
    try (BufferedReader reader = new BufferedReader(new TextFile(path, charset).open())) {
      return TsTable.read(reader, wanted, told);
    }
  }
}
