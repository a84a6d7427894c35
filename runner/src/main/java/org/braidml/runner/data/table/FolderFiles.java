package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder, as all who read or sum them see them. Links are refused, as those of an
 * archive are: they may lead out of the folder, and what they lead to within it is read anyway.
 */
public final class FolderFiles {

  private FolderFiles() {}

  /**
   * Returns the files of a folder and of the folders in it, in the order of their paths.
   *
   * @param folder the folder, which may be a link itself
   * @throws IOException if it cannot be read, or something in it is neither a file nor a folder
   */
  public static List<Path> of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    try (Stream<Path> all = Files.walk(real)) {
      List<Path> files =
          all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .map(real::relativize)
              .sorted()
              .toList();
      for (Path file : files) {
        check(real.resolve(file), file);
      }
      return files.stream().map(folder::resolve).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void check(Path path, Path shown) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new IOException(
          "the folder holds a link, \""
              + shown
              + "\", and links are not read; put the file itself there");
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("the folder holds \"" + shown + "\", which is no file");
    }
  }
}
