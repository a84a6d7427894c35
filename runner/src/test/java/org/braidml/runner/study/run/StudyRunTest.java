package org.braidml.runner.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.runner.run.Json;
import org.braidml.runner.study.run.TrialResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies as they are started, killed and resumed, each trial in a process of its own. */
final class StudyRunTest {

  private static final long SEED = Long.getLong("braid.test.seed", 1);

  @TempDir Path folder;

  /** The table without what differs from day to day: columns up to the metrics. */
  private static List<String> table(StudyDirectory directory) throws IOException {
    List<String> lines = Files.readAllLines(directory.results());
    int kept = List.of(lines.get(0).split(",")).indexOf("seconds-an-epoch");
    assertThat(kept).isPositive();
    return lines.stream()
        .map(line -> Stream.of(line.split(",", -1)).limit(kept).collect(Collectors.joining(",")))
        .toList();
  }

  private static boolean planned(Path studies) throws IOException {
    if (!Files.isDirectory(studies)) {
      return false;
    }
    try (Stream<Path> found = Files.list(studies)) {
      return found.anyMatch(study -> Files.exists(new StudyDirectory(study).planFile()));
    }
  }

  private static Map<Path, FileTime> finished(Path studies) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    if (Files.isDirectory(studies)) {
      try (Stream<Path> files = Files.walk(studies)) {
        for (Path file : files.filter(f -> f.endsWith("result.json")).toList()) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }

  private static void ends(Process process, int code, StudyProcess program) throws Exception {
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(program.log())).isEqualTo(code);
  }

  @Test
  void aStudyKilledAtThreeMomentsEndsWithTheTableOfAnUndisturbedOne() throws Exception {
    StudyProcess program = new StudyProcess(folder);
    String options = program.studies();
    ends(program.start("study", program.study("calm", ""), "--studies", options), 0, program);

    Random random = new Random(SEED);
    Process study = program.start("study", program.study("killed", ""), "--studies", options);
    Path killed = Path.of(options, "killed");
    Map<Path, FileTime> kept = Map.of();
    for (int kill = 0; kill < 3; kill++) {
      int enough = kept.size() + random.nextInt(2);
      while (study.isAlive() && (!planned(killed) || finished(killed).size() < enough)) {
        Thread.sleep(20);
      }
      Thread.sleep(random.nextInt(1500));
      study.destroyForcibly().waitFor();
      Thread.sleep(200);
      Map<Path, FileTime> now = finished(killed);
      assertThat(now).as("seed %d", SEED).containsAllEntriesOf(kept);
      kept = now;
      study = program.start("study", "resume", program.directory("killed").path().toString());
    }
    ends(study, 0, program);
    assertThat(finished(killed)).containsAllEntriesOf(kept).hasSize(6);
    assertThat(table(program.directory("killed"))).isEqualTo(table(program.directory("calm")));
  }

  @Test
  void aCrashANaNAndAFullHeapEachCostOneTrial() throws Exception {
    StudyProcess program = new StudyProcess(folder);
    String faults =
        ", projections = [{ type = planted-fault, crash = 1, nan = 2, out-of-memory = 3 }]";
    String file = program.study("faults", faults);
    ends(program.start("study", file, "--studies", program.studies()), 0, program);

    StudyDirectory directory = program.directory("faults");
    List<TrialResult> results = directory.results(directory.plan());
    assertThat(results).hasSize(6);
    assertThat(results.subList(0, 3)).allMatch(TrialResult::done);
    assertThat(results.subList(3, 6))
        .extracting(TrialResult::state)
        .containsExactly(State.CRASHED, State.DIVERGED, State.CRASHED);
    assertThat(results.get(3).reason()).startsWith("ended by signal 11");
    assertThat(results.get(4).reason()).contains("not finite");
    assertThat(results.get(5).reason()).startsWith("out of memory: Java's heap");
    String report = Files.readString(directory.reportMarkdown());
    assertThat(report)
        .contains("- wide: 0 of 3 seeds done (2 crashed, 1 diverged); it is not compared.")
        .contains("## Trials that did not end well", "- wide, seed 2: diverged: ");
    assertThat(
            Json.read(directory.reportJson()).path("comparisons").get(0).path("verdict").asText())
        .isEqualTo("NOT_COMPARED");
  }
}
