package org.braidml.runner.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.split.Side;

/**
 * The files of one side.
 *
 * @param side what their rows are for
 * @param key the key that names them
 * @param name what it says: a file, or a pattern of several
 * @param files them, as they are found from the folder of the experiment file
 */
record SideFiles(Side side, String key, String name, List<String> files) {

  /** Finds the files that a name stands for; tells if a pattern stands for none. */
  static SideFiles of(Side side, String name, Path folder, Problems problems) {
    String key = "data.source." + (side == Side.TRAIN ? "path" : side.word());
    return new SideFiles(side, key, name, Globbed.files(folder, key, name, problems));
  }

  /** Returns whether each file is on one side, whatever its names; tells of those that are not. */
  static boolean apart(List<SideFiles> sides, Path folder, Problems problems) {
    int before = problems.size();
    for (int later = 1; later < sides.size(); later++) {
      for (SideFiles earlier : sides.subList(0, later)) {
        sides.get(later).refuseShared(earlier, folder, problems);
      }
    }
    return problems.size() == before;
  }

  private void refuseShared(SideFiles earlier, Path folder, Problems problems) {
    Map<Path, String> theirs = new HashMap<>();
    earlier.files.forEach(file -> theirs.put(real(folder, file), file));
    List<String> shared =
        files.stream().filter(file -> theirs.containsKey(real(folder, file))).toList();
    if (shared.isEmpty()) {
      return;
    }
    String file = shared.get(0);
    String other = theirs.getOrDefault(real(folder, file), file);
    problems.add(
        Problem.at(key)
            .value('"' + name + '"')
            .what(
                "\"%s\"%s is read for %s = \"%s\" too%s: rows would be on two sides"
                    .formatted(
                        file,
                        file.equals(other) ? "" : ", the same file as \"" + other + "\",",
                        earlier.key,
                        earlier.name,
                        more(shared.size() - 1)))
            .remedy(
                "let each file be on one side, or leave %s out: data.split then draws it from"
                        .formatted(key)
                    + " data.source.path"));
  }

  private static String more(int files) {
    return files == 0
        ? ""
        : ", and " + files + (files == 1 ? " more file is" : " more files are") + " like it";
  }

  /** Returns where a file really is, whatever links lead to it. */
  private static Path real(Path folder, String file) {
    Path path = folder.resolve(file);
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize(); // who reads it tells what is wrong with it
    }
  }
}
