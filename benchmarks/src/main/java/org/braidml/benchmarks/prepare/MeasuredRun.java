package org.braidml.benchmarks.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One epoch by {@code braid train} under a small heap.
 *
 * @param seconds how long the preparation took
 * @param fromCache whether data were found in the cache
 * @param whole how many seconds the program ran
 * @param processor how many seconds of processor time it took, of all threads; 0 if unknown
 * @param own the most memory of its own that the process held, in MB
 * @param mapped the most memory that it held, pages of mapped files included, in MB
 */
record MeasuredRun(
    double seconds, boolean fromCache, double whole, double processor, long own, long mapped) {

  private static final Pattern PREPARED =
      Pattern.compile("data (prepared|from \\S+) in ([0-9.]+) s");
  private static final Pattern MEMORY = Pattern.compile("(RssAnon|VmHWM):\\s*([0-9]+) kB");

  /** Runs it; the heap is an option of Java, such as -Xmx1g. */
  static MeasuredRun of(Path experiment, Path cache, Path log, String heap)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "./braid",
                    "train",
                    experiment.toString(),
                    "--runs",
                    experiment.resolveSibling("runs").toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("BRAID_JAVA_OPTS", heap);
    builder.environment().put("BRAID_CACHE", cache.toString());
    long start = System.nanoTime();
    Process process = builder.start();
    long own = 0;
    long mapped = 0;
    Duration processor = Duration.ZERO;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      processor = process.info().totalCpuDuration().orElse(processor);
      Matcher memory = MEMORY.matcher(status(process));
      while (memory.find()) {
        long megabytes = Long.parseLong(memory.group(2)) / 1024;
        own = memory.group(1).equals("RssAnon") ? Math.max(own, megabytes) : own;
        mapped = memory.group(1).equals("VmHWM") ? Math.max(mapped, megabytes) : mapped;
      }
    }
    double whole = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(log);
    Matcher prepared = PREPARED.matcher(said.replaceAll("\\s+", " "));
    if (process.exitValue() != 0 || !prepared.find()) {
      throw new IllegalStateException("the program failed:\n" + said);
    }
    return new MeasuredRun(
        Double.parseDouble(prepared.group(2)),
        prepared.group(1).startsWith("from"),
        whole,
        processor.toMillis() / 1e3,
        own,
        mapped);
  }

  private static String status(Process process) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
    } catch (IOException e) {
      return ""; // it has ended, or this is not Linux
    }
  }
}
