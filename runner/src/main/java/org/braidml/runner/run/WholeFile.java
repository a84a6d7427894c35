package org.braidml.runner.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are whole or not there: aside, forced to disk, then moved into place. */
public final class WholeFile {

  private WholeFile() {}

  /** Writes text as UTF-8; replaces what was there. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns where something is written before it is moved into its place. */
  public static Path aside(Path place) {
    return place.resolveSibling(place.getFileName() + ".part");
  }

  /** Writes bytes; replaces what was there. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /** Writes what a file is to hold to a stream, which is not closed. */
  public interface Contents {
    /** Writes it. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file bit by bit; replaces what was there. */
  public static void write(Path file, Contents contents) throws IOException {
    Path aside = aside(file);
    try {
      try (FileChannel out =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        contents.to(Channels.newOutputStream(out));
        out.force(true);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceParent(file);
    } catch (FileSystemException e) {
      throw e; // names the file by itself
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Forces the name of a file or folder to disk. */
  static void forceParent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Forces the names in a folder to disk, where the system can. */
  static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and keeps its names in order by itself.
    }
  }
}
