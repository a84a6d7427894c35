package org.braidml.runner.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.source.SourceFiles;
import org.braidml.runner.run.FileSums;

/**
 * Prepared data in a folder, each under the sum of what it depends on. Runs share it, in one
 * process or many: who comes while another prepares the same waits for it. A file is whole or is
 * not there; one that is damaged is made again. Where the folder cannot be used, data are prepared
 * without it.
 */
public final class PreparedCache {

  /** Smaller sources are prepared faster than they are looked up. */
  private static final long LEAST = 1 << 20;

  /** How much the folder may hold; what was used longest ago goes first. */
  private static final long MOST = 10L << 30;

  private static final String ENDING = ".prepared";

  private final Optional<Path> folder;
  private final long least;
  private final long most;

  private PreparedCache(Optional<Path> folder, long least, long most) {
    this.folder = folder;
    this.least = least;
    this.most = most;
  }

  /** Keeps nothing. */
  public static PreparedCache off() {
    return new PreparedCache(Optional.empty(), 0, 0);
  }

  /**
   * A cache in a folder, which is made when it is needed.
   *
   * @param least the bytes of a source from which on its prepared data are kept
   * @param most how many bytes the folder may hold
   */
  public static PreparedCache in(Path folder, long least, long most) {
    return new PreparedCache(Optional.of(folder), least, most);
  }

  /** The cache that BRAID_CACHE names, a folder or {@code off}; {@code ~/.cache/braid} if none. */
  public static PreparedCache of(Map<String, String> environment) {
    String named = environment.getOrDefault("BRAID_CACHE", "");
    if (named.equalsIgnoreCase("off")) {
      return off();
    }
    String home = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path usual =
        home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    return in(named.isEmpty() ? usual.resolve("braid") : Path.of(named), LEAST, MOST);
  }

  /**
   * Returns prepared data: those that are kept, or else new ones, which are then kept.
   *
   * @param pipeline prepares
   * @param config the data
   * @param base what relative paths are relative to
   * @param sums the sums of files that are known already; what they took counts as preparation
   */
  public Found prepare(DataPipeline pipeline, DataConfig config, Path base, FileSums sums) {
    try {
      List<Path> files = SourceFiles.of(config, base);
      if (folder.isEmpty() || files.isEmpty() || bytes(files) < least) {
        return new Found(pipeline.prepare(config), Optional.empty());
      }
      Files.createDirectories(folder.get());
      return locked(pipeline, config, files, sums);
    } catch (IOException e) {
      return new Found(
          pipeline.prepare(config), Optional.of("prepared data are not kept: " + e.getMessage()));
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private Found locked(DataPipeline pipeline, DataConfig config, List<Path> files, FileSums sums)
      throws IOException {
    Path in = folder.orElseThrow();
    long start = System.nanoTime() - sums.nanoseconds();
    List<String> before = states(files);
    String key = CacheKey.of(config, files, sums);
    Path file = in.resolve(key + ENDING);
    try (FileChannel lock =
        FileChannel.open(in.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      wait(lock, Long.parseLong(key.substring(0, 15), 16));
      Optional<PreparedData> kept = kept(file);
      if (kept.isPresent()) {
        return new Found(kept.get(), Optional.of("data from " + file + " in " + seconds(start)));
      }
      PreparedData made = pipeline.prepare(config);
      String spent = seconds(start);
      boolean same = states(files).equals(before);
      return new Found(
          made, Optional.of("data prepared in " + spent + (same ? keep(made, file) : "")));
    }
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
  }

  /** Who changes a file while it is read gets what was read, but nobody else does. */
  private static List<String> states(List<Path> files) throws IOException {
    List<String> states = new ArrayList<>();
    for (Path file : files) {
      states.add(Files.size(file) + " " + Files.getLastModifiedTime(file));
    }
    return states;
  }

  /**
   * Each key has a place to lock; the lock goes when the channel is closed, or its process ends.
   */
  private static void wait(FileChannel channel, long place) throws IOException {
    try {
      channel.lock(place, 1, false);
    } catch (OverlappingFileLockException e) {
      // Another thread of this process prepares; both may, for each file is whole or not there.
    }
  }

  private static Optional<PreparedData> kept(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      PreparedData data = PreparedFile.read(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(data);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
  }

  /** Returns what to tell of it. */
  private String keep(PreparedData data, Path file) {
    Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    try {
      try {
        PreparedFile.write(beside, data);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      bound(file);
      return ", kept in " + file;
    } catch (IOException e) {
      return "; they are not kept: " + e.getMessage();
    }
  }

  /** Removes what was used longest ago until the rest is not too much. */
  private void bound(Path newest) throws IOException {
    List<Path> all;
    try (Stream<Path> listed = Files.list(newest.resolveSibling("."))) {
      all = listed.filter(file -> file.toString().contains(ENDING)).toList();
    }
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    for (Path file : all) {
      boolean whole = file.toString().endsWith(ENDING);
      if (!whole && used(file).toInstant().isBefore(yesterday)) {
        Files.deleteIfExists(file); // who wrote it was killed
      }
    }
    List<Path> files = all.stream().filter(file -> file.toString().endsWith(ENDING)).toList();
    List<Path> oldest = files.stream().sorted(Comparator.comparing(PreparedCache::used)).toList();
    long held = bytes(files);
    for (Path file : oldest) {
      if (held > most) {
        held -= Files.size(file);
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /**
   * Prepared data.
   *
   * @param data the data
   * @param note where they come from, if that is worth a line
   */
  public record Found(PreparedData data, Optional<String> note) {}
}
