package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/** Refuses a subject that stands in two files: it would be two rows, perhaps on two sides. */
final class SubjectsApart {

  private final Map<String, Named> files = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * Takes the subjects of a file. Of the files of one key, only the first that holds a subject of
   * an earlier file is told.
   *
   * @param file the file
   * @param subjects its subjects
   * @param problems takes what is wrong
   * @return whether no earlier file holds one of them
   */
  boolean take(Named file, Subjects subjects, Problems problems) {
    List<Twice> twice = new ArrayList<>();
    subjects
        .byId()
        .forEach(
            (id, subject) -> {
              Named earlier = files.putIfAbsent(id, file);
              if (earlier != null) {
                twice.add(new Twice(id, subject.place(), earlier));
              }
            });
    if (!twice.isEmpty() && told.add(file.key)) {
      problems.add(problem(file, twice.get(0), twice.size() - 1));
    }
    return twice.isEmpty();
  }

  private static Problem.Builder problem(Named file, Twice twice, int more) {
    boolean sides = !file.key.equals(twice.earlier.key);
    return Problem.at(file.key)
        .value('"' + file.name + '"')
        .what(
            "the subject \"%s\" stands in \"%s\" of %s too%s: %s"
                .formatted(
                    twice.id,
                    twice.earlier.name,
                    twice.earlier.key,
                    more(more),
                    sides ? "a subject is on one side" : "a subject is one row"))
        .where(twice.place)
        .remedy(
            sides
                ? "leave it out on one side; if it is another subject, give it another id"
                : "name their folder instead, whose files are read together by data.source.id; if it"
                    + " is another subject, give it another id");
  }

  private static String more(int subjects) {
    return subjects == 0
        ? ""
        : ", and " + subjects + (subjects == 1 ? " more subject does" : " more subjects do");
  }

  /**
   * A file.
   *
   * @param key the key that names it
   * @param name it as the user named it
   */
  record Named(String key, String name) {}

  /** A subject of an earlier file, and where it stands in this one. */
  private record Twice(String id, String place, Named earlier) {}
}
