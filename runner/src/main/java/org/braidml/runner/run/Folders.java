package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with what is in them. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder and all below it; none may be there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> below = Files.walk(folder)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** Takes a folder away at once, then deletes it: it is never there in parts. */
  public static void remove(Path folder) throws IOException {
    Path aside = folder.resolveSibling(folder.getFileName() + ".old");
    delete(aside);
    if (Files.exists(folder)) {
      Files.move(folder, aside);
      delete(aside);
    }
  }

  /** Moves a folder that is whole into its place, which is free, and forces that to disk. */
  public static void place(Path aside, Path folder) throws IOException {
    WholeFile.force(aside);
    Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    WholeFile.forceParent(folder);
  }
}
