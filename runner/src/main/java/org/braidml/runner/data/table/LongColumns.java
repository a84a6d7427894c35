package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of measurements in long form, as their names tell them.
 *
 * @param id the column of the subject, if there is one
 * @param time the column of the moment
 * @param variable the column of what was measured
 * @param value the column of the number
 */
public record LongColumns(Optional<String> id, String time, String variable, String value) {

  private static final Set<String> TIME = Set.of("time");
  private static final Set<String> VARIABLE = Set.of("variable", "parameter");
  private static final Set<String> VALUE = Set.of("value");

  /**
   * Returns the columns of a header: time, variable or parameter, and value, whatever their case,
   * and at most one other, which is the subject; empty if they are not these.
   */
  static Optional<LongColumns> of(List<String> header) {
    List<String> rest = new ArrayList<>(header);
    Optional<String> time = taken(rest, TIME);
    Optional<String> variable = taken(rest, VARIABLE);
    Optional<String> value = taken(rest, VALUE);
    return time.isEmpty() || variable.isEmpty() || value.isEmpty() || rest.size() > 1
        ? Optional.empty()
        : Optional.of(
            new LongColumns(rest.stream().findFirst(), time.get(), variable.get(), value.get()));
  }

  private static Optional<String> taken(List<String> names, Set<String> wanted) {
    Optional<String> found =
        names.stream().filter(name -> wanted.contains(name.toLowerCase(Locale.ROOT))).findFirst();
    found.ifPresent(names::remove);
    return found;
  }
}
