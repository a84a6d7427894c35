package org.braidml.runner.data.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of a folder or of a tar archive, one after another. Nothing is unpacked to disk, so
 * that no name can leave its folder; names that try, links and sizes beyond all measure are
 * refused. A file that is neither is the only one.
 */
final class Entries {

  /** The most bytes of one file of an archive, unpacked. */
  static final long MOST_BYTES = 256L << 20;

  /** The most bytes of all files of an archive, unpacked. */
  static final long MOST_BYTES_IN_ALL = 64L << 30;

  /** The most files. */
  static final int MOST_FILES = 2_000_000;

  private final PathMatcher wanted;
  private int files;
  private long bytes;

  Entries(String glob) {
    this.wanted = FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /** Shows each file that is wanted to a reader. */
  void each(Path path, Reader reader) throws IOException {
    if (Files.isDirectory(path)) {
      folder(path, reader);
    } else if (isArchive(path)) {
      archive(path, reader);
    } else {
      try (InputStream in = unpacked(path)) {
        reader.read(new Entry(nameOf(path), nameOf(path)), in);
      }
    }
  }

  /** Returns whether a file is an archive, by its name. */
  static boolean isArchive(Path path) {
    return nameOf(path).matches("(?i).*\\.(tar|tar\\.gz|tgz)");
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void folder(Path folder, Reader reader) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.list(folder)) {
      found =
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> wanted.matches(file.getFileName()))
              .sorted()
              .toList();
    }
    for (Path file : found) {
      try (InputStream in = unpacked(file)) {
        reader.read(new Entry(nameOf(file), nameOf(file)), in);
      }
    }
  }

  private void archive(Path path, Reader reader) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(path))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path name = safe(entry);
        if (entry.isFile() && wanted.matches(name.getFileName())) {
          reader.read(new Entry(nameOf(name), entry.getName()), tar);
        }
      }
    }
  }

  private Path safe(TarArchiveEntry entry) throws IOException {
    String name = entry.getName();
    Path path;
    try {
      path = Path.of(name);
    } catch (java.nio.file.InvalidPathException e) {
      throw new IOException("the archive holds a file of the name \"" + shown(name) + "\"", e);
    }
    if (path.isAbsolute() || path.normalize().startsWith("..") || name.isEmpty()) {
      throw new IOException(
          "the archive holds \"" + shown(name) + "\", a name that leaves its folder");
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      throw new IOException(
          "the archive holds a link, \"" + shown(name) + "\", and links are not read");
    }
    files++;
    bytes += Math.max(0, entry.getSize());
    if (entry.getSize() > MOST_BYTES || bytes > MOST_BYTES_IN_ALL || files > MOST_FILES) {
      throw new IOException(
          "the archive holds too much: \"%s\" has %,d bytes, of at most %,d"
              .formatted(shown(name), entry.getSize(), MOST_BYTES));
    }
    return path;
  }

  private static String shown(String name) {
    return name.length() <= 80 ? name : name.substring(0, 80) + "...";
  }

  private static InputStream unpacked(Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      return nameOf(path).matches("(?i).*\\.(gz|tgz)")
          ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
          : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * One file.
   *
   * @param name its name, without folders
   * @param path its name with the folders of its archive
   */
  record Entry(String name, String path) {

    /** Returns the subject that it is, where each file is one: its name without its ending. */
    String subject() {
      return name.replaceFirst("\\.[^.]*$", "");
    }
  }

  /** Reads one file. */
  @FunctionalInterface
  interface Reader {

    /**
     * Reads a file.
     *
     * @param entry its names
     * @param in its bytes; left open
     */
    void read(Entry entry, InputStream in) throws IOException;
  }
}
