package org.braidml.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A process that has ended well.
 *
 * @param lines of its standard output
 * @param seconds from its start to its end
 * @param peakMegabytes the most resident memory it had, without that of its children; 0 where the
 *     system does not tell
 */
record Measured(List<Line> lines, double seconds, double peakMegabytes) {

  private static final int POLL_MILLISECONDS = 10;
  private static final String PEAK = "VmHWM:";

  /**
   * A line of output.
   *
   * @param seconds after the start of the process
   * @param text without its end
   */
  record Line(double seconds, String text) {}

  /**
   * Runs a command to its end.
   *
   * @param command with its arguments
   * @param environment variables that are added
   * @param log takes standard error, shown if the process fails
   * @throws IllegalStateException if the process fails
   */
  static Measured run(List<String> command, Map<String, String> environment, Path log) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
      builder.redirectInput(Path.of("/dev/null").toFile());
      builder.environment().putAll(environment);
      builder.environment().put("OPT_OUT_TRACKING", "true");
      long start = System.nanoTime();
      Process process = builder.start();
      CompletableFuture<List<Line>> lines =
          CompletableFuture.supplyAsync(() -> lines(process, start));
      long peak = 0;
      while (process.isAlive()) {
        peak = Math.max(peak, peak(process.pid()));
        Thread.sleep(POLL_MILLISECONDS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      List<Line> told = lines.join();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(failure(command, told, log));
      }
      return new Measured(told, seconds, peak / 1024.0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns the last line of output. */
  String last() {
    if (lines.isEmpty()) {
      throw new IllegalStateException("the process said nothing");
    }
    return lines.get(lines.size() - 1).text();
  }

  private static String failure(List<String> command, List<Line> told, Path log)
      throws IOException {
    List<String> all = new ArrayList<>(told.stream().map(Line::text).toList());
    all.add(Files.readString(log, StandardCharsets.UTF_8));
    return String.join(" ", command) + " failed:\n" + String.join("\n", all);
  }

  private static List<Line> lines(Process process, long start) {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        lines.add(new Line((System.nanoTime() - start) / 1e9, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Returns kilobytes, 0 if the process has ended or the system does not tell. */
  private static long peak(long process) {
    try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
