package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braidml.runner.cli.DamagedFile.Damage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files, damaged by chance: {@code braid data} shows all their rows, and counts those that are
 * to be left out, or refuses the file with a clean message that names it. The seed is printed;
 * {@code -Dbraid.damages=2000} asks for more, {@code -Dbraid.damages.seed} for the same again.
 *
 * <p>Needs {@code BRAID_DATA} and a minute, and so is no part of {@code mvn verify}:
 * CONTRIBUTING.md has the command.
 */
final class DamagesCheck {

  private static final List<Damage> DAMAGES = List.of(Damage.values());
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern SPLIT =
      Pattern.compile("(\\d+) rows to train, (\\d+) to validate, (\\d+) to test");
  private static final Pattern BAD = Pattern.compile("(\\d+) bad rows? (?:is|are) left out");

  @TempDir Path folder;

  @Test
  void damagedFilesAreReadWholeOrRefusedCleanly() throws IOException {
    assumeTrue(System.getenv("BRAID_DATA") != null, "BRAID_DATA names no folder");
    long seed = Long.getLong("braid.damages.seed", System.nanoTime());
    int times = Integer.getInteger("braid.damages", 200);
    List<DamagedSource> sources = DamagedSources.all(Path.of(System.getenv("BRAID_DATA")));
    SplittableRandom random = new SplittableRandom(seed);
    List<String> faults = new ArrayList<>();
    Map<Damage, int[]> outcomes = new EnumMap<>(Damage.class);
    for (int i = 0; i < times; i++) {
      DamagedSource source = sources.get(i % sources.size());
      Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
      Path place = Files.createDirectory(folder.resolve("damage-" + i));
      DamagedSource.Written written = source.write(place, damage, new DamagedFile(random.split()));
      Seen seen = seen(place.resolve("experiment.conf"));
      outcomes.computeIfAbsent(damage, d -> new int[3])[seen.outcome()]++;
      String fault = fault(source, written, seen);
      if (!fault.isEmpty()) {
        faults.add("%d %s, %s: %s%n%s".formatted(i, source, damage, fault, seen.shown()));
      }
    }
    System.out.printf("%d damages of seed %d%n", times, seed);
    outcomes.forEach(
        (damage, n) ->
            System.out.printf(
                "%s: %d read, %d read without bad rows, %d refused%n", damage, n[0], n[1], n[2]));
    assertThat(faults).as("with -Dbraid.damages.seed=" + seed).isEmpty();
  }

  private static String fault(DamagedSource source, DamagedSource.Written written, Seen seen) {
    if (seen.err().contains("\tat ") || seen.err().contains("Exception")) {
      return "an exception shows";
    }
    if (seen.code() == BraidCommand.REFUSED) {
      String data = seen.err().replace("experiment.conf", "");
      return data.contains(written.name()) ? "" : "the file is not named";
    }
    if (seen.code() != BraidCommand.DONE) {
      return "the exit code is " + seen.code();
    }
    Matcher split = SPLIT.matcher(seen.told());
    if (!split.find()) {
      return "no rows are told";
    }
    int rows = 0;
    for (int side = 1; side <= 3; side++) {
      rows += Integer.parseInt(split.group(side));
    }
    int lost = written.rows() - rows - seen.leftOut();
    return lost == 0 || (lost < 0 && rows <= written.rows() && source.measured())
        ? ""
        : "%d rows and %d left out of %d".formatted(rows, seen.leftOut(), written.rows());
  }

  private static Seen seen(Path experiment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), false);
    int code =
        Assertions.assertTimeoutPreemptively(
            LONGEST, () -> BraidCommand.run(terminal, "data", experiment.toString()));
    return new Seen(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** What a command did. */
  private record Seen(int code, String out, String err) {

    /** Returns what was shown, in one line. */
    String told() {
      return out.replaceAll("\\s+", " ");
    }

    /** Returns how many rows were left out. */
    int leftOut() {
      Matcher bad = BAD.matcher(told());
      return bad.find() ? Integer.parseInt(bad.group(1)) : 0;
    }

    /** Returns 0 if all rows were read, 1 if the good ones were, and 2 if the file was refused. */
    int outcome() {
      return code != BraidCommand.DONE ? 2 : leftOut() > 0 ? 1 : 0;
    }

    String shown() {
      return err.length() <= 1_500 ? err : err.substring(0, 1_500);
    }
  }
}
