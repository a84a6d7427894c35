package org.braidml.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.braidml.runner.experiment.EngineName;

/** The rows of the page as it stands, of which a run of some subjects keeps the others. */
record EarlierPage(List<String> lines) {

  /** Reads a page; one that does not exist has no rows. */
  static EarlierPage read(Path page) throws IOException {
    return new EarlierPage(Files.exists(page) ? Files.readAllLines(page) : List.of());
  }

  /** Returns the row of a subject on an engine, or nothing. */
  List<String> row(Subject subject, EngineName engine) {
    String start = "| %s, %s |".formatted(subject.name(), engine);
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  /** Returns the rows that compare both branches with one. */
  String paired() {
    return lines.stream()
        .filter(line -> line.matches("\\| \\w+ \\| (counts|calendar and weather) \\|.*"))
        .collect(Collectors.joining("\n"));
  }
}
