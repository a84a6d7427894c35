package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * SHA-256 sums of files, of which each is read once as long as its size and time stay the same.
 * Safe for use by many threads.
 */
public final class FileSums {

  private final Map<State, String> known = new ConcurrentHashMap<>();
  private final AtomicLong nanoseconds = new AtomicLong();

  /** No sums yet. */
  public FileSums() {}

  /** Returns the sum of a file, in hexadecimal. */
  public String of(Path file) throws IOException {
    State state =
        new State(
            file.toAbsolutePath().normalize(), Files.size(file), Files.getLastModifiedTime(file));
    String found = known.get(state);
    if (found == null) {
      long start = System.nanoTime();
      found = Sha256.of(file);
      nanoseconds.addAndGet(System.nanoTime() - start);
      known.put(state, found);
    }
    return found;
  }

  /** Returns how many nanoseconds the reading of files took so far. */
  public long nanoseconds() {
    return nanoseconds.get();
  }

  private record State(Path file, long bytes, FileTime modified) {}
}
