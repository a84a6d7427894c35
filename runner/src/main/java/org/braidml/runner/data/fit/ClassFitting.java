package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.table.NumberColumn;

/** Fits targets of classes: which there are in the training rows. All rows are checked. */
final class ClassFitting {

  private static final int SHOWN = 12;

  private final TargetValues values;
  private final int[] train;
  private final Problems problems;

  ClassFitting(TargetValues values, int[] train, Problems problems) {
    this.values = values;
    this.train = train;
    this.problems = problems;
  }

  /** Fits any number of classes. */
  FittedTarget multiclass() {
    return values.fitted(TargetSpec.Kind.MULTICLASS, classes(), Scale.identity());
  }

  /**
   * Fits two classes.
   *
   * @param positive the one that is to stand last
   */
  FittedTarget binary(Optional<String> positive) {
    List<String> classes = classes();
    return classes.size() < 2
        ? values.fitted(TargetSpec.Kind.MULTICLASS, classes, Scale.identity())
        : values.fitted(TargetSpec.Kind.BINARY, ordered(positive, classes), Scale.identity());
  }

  private List<String> classes() {
    List<String> classes = Labels.sorted(values.of(train).distinct().toList());
    if (classes.size() < 2) {
      problems.add(values.constant(classes.isEmpty() ? "" : classes.get(0), train));
    } else {
      unseen(classes);
    }
    return classes;
  }

  private List<String> ordered(Optional<String> given, List<String> classes) {
    if (classes.size() > 2) {
      problems.add(
          Problem.at(values.key() + ".kind")
              .value("binary")
              .what("column \"" + values.column() + "\" has " + classes.size() + " classes")
              .found("binary", classes.subList(0, Math.min(SHOWN, classes.size())))
              .remedy("use kind = multiclass, or kind = regression for numbers"));
      return classes;
    }
    String positive = given.orElse(classes.get(1));
    if (!classes.contains(positive)) {
      problems.add(
          Problem.at(values.key() + ".positive")
              .value('"' + positive + '"')
              .what("column \"" + values.column() + "\" does not hold this label")
              .found(positive, classes));
    }
    List<String> ordered = new ArrayList<>(classes);
    ordered.remove(positive);
    ordered.add(positive);
    return ordered;
  }

  private void unseen(List<String> classes) {
    Set<String> known = Set.copyOf(classes);
    int[] rows =
        IntStream.range(0, values.table().size())
            .filter(row -> values.of(row).anyMatch(value -> !known.contains(value)))
            .toArray();
    if (rows.length > 0) {
      String first =
          values.of(rows[0]).filter(value -> !known.contains(value)).findFirst().orElse("");
      problems.add(
          values
              .wrong(
                  "is \"%s\", which no training row holds%s"
                      .formatted(first, NumberColumn.more(rows.length - 1)))
              .where(values.table().where(rows[0], values.column()))
              .remedy("leave out classes that are too rare to be split, or change data.split"));
    }
  }
}
