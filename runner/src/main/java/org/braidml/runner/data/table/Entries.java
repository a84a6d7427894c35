package org.braidml.runner.data.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of a folder or of a tar archive, one after another, those in folders of it too; each
 * may be packed by gzip or zstd, as the archive may. Nothing is unpacked to disk, so that no name
 * can leave its folder; names of an archive that try, its sparse files and sizes beyond all measure
 * are refused, and links of both. A file that is neither is the only one.
 */
final class Entries {

  private final PathMatcher wanted;
  private final Bounds bounds;
  private int files;
  private long bytes;

  Entries(String glob) {
    this(glob, Bounds.USUAL);
  }

  Entries(String glob, Bounds bounds) {
    this.wanted = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    this.bounds = bounds;
  }

  /** Shows each file that is wanted to a reader. */
  void each(Path path, Reader reader) throws IOException {
    if (Files.isDirectory(path)) {
      folder(path, reader);
    } else if (isArchive(path)) {
      archive(path, reader);
    } else {
      try (InputStream in = Packed.open(path)) {
        reader.read(new Entry(nameOf(path), nameOf(path)), in);
      }
    }
  }

  /** Returns whether a file is an archive, by its name. */
  static boolean isArchive(Path path) {
    return nameOf(path).matches("(?i).*\\.(tar|tar\\.gz|tgz|tar\\.zst)");
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void folder(Path folder, Reader reader) throws IOException {
    for (Path file : FolderFiles.of(folder)) {
      if (wanted.matches(file.getFileName())) {
        try (InputStream in = Packed.open(file)) {
          reader.read(new Entry(nameOf(file), folder.relativize(file).toString()), in);
        }
      }
    }
  }

  private void archive(Path path, Reader reader) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(Packed.open(path))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path name = safe(entry);
        if (entry.isFile() && wanted.matches(name.getFileName())) {
          entry(tar, new Entry(nameOf(name), entry.getName()), entry.getSize(), reader);
        }
      }
    }
    if (files == 0) {
      throw new IOException("it holds no file, or is no tar archive");
    }
  }

  /** Shows an entry; what it unpacks to counts, too, if it is packed by itself. */
  private void entry(TarArchiveInputStream tar, Entry entry, long stored, Reader reader)
      throws IOException {
    InputStream unpacked = Packed.unpacked(new Unclosed(tar));
    try (BoundedStream in = new BoundedStream(unpacked, bounds.bytes())) {
      reader.read(entry, in);
      bytes += Math.max(0, in.count() - stored);
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
    if (entry.isSparse()) {
      throw new IOException(
          "the archive holds a sparse file, \""
              + shown(name)
              + "\", whose size is not what it unpacks to; pack it anew without --sparse");
    }
    files++;
    bytes += Math.max(0, entry.getSize());
    bounds.check(shown(name), entry.getSize(), bytes, files);
    return path;
  }

  private static String shown(String name) {
    return name.length() <= 80 ? name : name.substring(0, 80) + "...";
  }

  /**
   * How much an archive may hold.
   *
   * @param bytes the most bytes of one file, unpacked
   * @param inAll the most bytes of all files, unpacked
   * @param files the most files
   */
  record Bounds(long bytes, long inAll, int files) {

    static final Bounds USUAL = new Bounds(256L << 20, 64L << 30, 2_000_000);

    private void check(String name, long size, long sizes, int count) throws IOException {
      if (size > bytes) {
        throw new IOException(
            "the archive holds too much: \"%s\" has %,d bytes, of at most %,d"
                .formatted(name, size, bytes));
      }
      if (sizes > inAll || count > files) {
        throw new IOException(
            "the archive holds too much: more than %,d files, or %,d bytes in all"
                .formatted(files, inAll));
      }
    }
  }

  /** The bytes of an entry, whose end is not that of the archive. */
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream archive) {
      super(archive);
    }

    @Override
    public void close() {
      // the archive goes on with its next entry
    }
  }

  /**
   * One file.
   *
   * @param name its name, without folders
   * @param path its name with the folders of its folder or archive
   */
  record Entry(String name, String path) {

    /** Returns the subject that it is, where each file is one: its name without its ending. */
    String subject() {
      return name.replaceFirst("(?i)\\.(gz|zst)$", "").replaceFirst("\\.[^.]*$", "");
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
