package org.braidml.runner.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.RefusedRow;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FeaturesJson;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.split.SharedRows;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.store.SectionReader;
import org.braidml.runner.data.store.SectionWriter;

/** Prepared data as a file: what is read is bit for bit what was written. */
final class PreparedFile {

  /** Stands first in a file; another layout takes another. */
  private static final String FORMAT = "braid prepared data 5";

  private PreparedFile() {}

  /** Writes a new file, to the disk. */
  static void write(Path file, PreparedData data) throws IOException {
    try (SectionWriter to = new SectionWriter(file)) {
      to.text(FORMAT);
      to.text(FeaturesJson.write(data.features()));
      to.ints(data.split().train());
      to.ints(data.split().validation());
      to.ints(data.split().test());
      to.number(data.shared().validation());
      to.number(data.shared().test());
      to.number(data.shared().testAsValidation());
      to.number(data.notes().size());
      for (String note : data.notes()) {
        to.text(note);
      }
      to.number(data.refused().size());
      for (RefusedRow row : data.refused()) {
        to.text(row.where());
        to.text(row.column());
        to.text(row.value());
        to.text(row.reason());
      }
      to.text(data.testContents());
      data.train().write(to);
      data.validation().write(to);
      data.test().write(to);
      to.number(data.lastValues().size());
      for (Map.Entry<String, float[]> target : new TreeMap<>(data.lastValues()).entrySet()) {
        to.text(target.getKey());
        to.floats(target.getValue());
      }
      to.finish();
    }
  }

  /**
   * Reads a file, or maps it where it is large.
   *
   * @throws IOException if it cannot be read, is damaged or of another layout
   */
  static PreparedData read(Path file) throws IOException {
    try (SectionReader from = new SectionReader(file)) {
      if (!from.text().equals(FORMAT)) {
        throw new IOException(file + " is of another format");
      }
      FittedFeatures features = FeaturesJson.read(from.text());
      Split split = new Split(from.ints(), from.ints(), from.ints());
      SharedRows shared = new SharedRows(from.count(), from.count(), from.count());
      List<String> notes = new ArrayList<>();
      for (int left = from.count(); left > 0; left--) {
        notes.add(from.text());
      }
      List<RefusedRow> refused = new ArrayList<>();
      for (int left = from.count(); left > 0; left--) {
        refused.add(new RefusedRow(from.text(), from.text(), from.text(), from.text()));
      }
      return new PreparedData(
          features,
          split,
          shared,
          notes,
          refused,
          from.text(),
          Examples.read(from),
          Examples.read(from),
          Examples.read(from),
          lastValues(from));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, float[]> lastValues(SectionReader from) throws IOException {
    Map<String, float[]> values = new HashMap<>();
    for (int left = from.count(); left > 0; left--) {
      values.put(from.text(), from.floats());
    }
    return values;
  }
}
