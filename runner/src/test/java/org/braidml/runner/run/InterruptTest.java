package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to stop, and one whose disk is full: nothing is lost. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals and limits files by its commands")
class InterruptTest {

  private static final String[] SETTINGS = {
    "training.epochs=400",
    "training.early-stopping.patience=30",
    "training.optimizer.learning-rate=0.05"
  };

  /** Rows that no library has to unpack itself for, and arrays larger than the limit. */
  private static final String WIDE =
      """
      engine = PyTorch
      data {
        source { type = reviews-made, rows = 300 }
        fields.review { kind = text, column = review, min-count = 1 }
        target { column = recommended, kind = binary }
      }
      model {
        inputs.review   { type = embedding, size = 2000 }
        encoders.review { type = mean-embedding }
        merger          { type = concat }
        head            { type = binary }
      }
      training { epochs = 6, batch-size = 64 }
      """;

  /** In blocks of 512 bytes. */
  private static final String LIMIT = "2000";

  @TempDir Path folder;

  @EachEngine
  void controlCFinishesTheStepSavesAndTellsHowToGoOn(String engine) throws Exception {
    Shop shop = new Shop(folder);
    Path runs = folder.resolve("stopped");
    List<String> args =
        new ArrayList<>(List.of("train", shop.file.toString(), "--runs", runs.toString()));
    args.addAll(List.of("--set", "engine=" + engine));
    List.of(SETTINGS).forEach(set -> args.addAll(List.of("--set", set)));
    RunDirectory run;
    try (ChildBraid child =
        ChildBraid.start(
            folder.resolve("log"),
            List.of("env", "--default-signal=INT"),
            args.toArray(new String[0]))) {
      child.await("epochs", () -> ChildBraid.runs(runs).stream().anyMatch(InterruptTest::trains));
      run = ChildBraid.runs(runs).get(0);
      child.signal("INT");
      assertThat(child.exitCode()).as(child.said()).isEqualTo(130);
      assertThat(child.said())
          .containsPattern("stopped (in|before) epoch \\d+.*; its state is saved\n")
          .endsWith("go on with: braid resume " + run.path() + "\n");
    }
    assertThat(run.bundle()).doesNotExist();
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    RunDirectory whole = shop.train(shop.file, engine, SETTINGS);
    assertThat(run.parameters()).hasSameBinaryContentAs(whole.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(whole.metrics());
  }

  private static boolean trains(RunDirectory run) {
    try {
      return MetricsFile.lines(run.metrics()).size() >= 3;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @Test
  void aFullDiskIsToldAndCostsNothingThatWasWhole() throws Exception {
    Shop shop = new Shop(folder);
    Path file = Files.writeString(folder.resolve("wide.conf"), WIDE);
    Path runs = folder.resolve("full");
    RunDirectory run;
    try (ChildBraid child =
        ChildBraid.start(
            folder.resolve("log"),
            List.of(),
            "train",
            file.toString(),
            "--runs",
            runs.toString())) {
      child.await(
          "a whole checkpoint",
          () ->
              ChildBraid.runs(runs).stream()
                  .flatMap(found -> ChildBraid.checkpoints(found).stream())
                  .anyMatch(name -> !name.endsWith(".part")));
      child.kill();
      run = ChildBraid.runs(runs).get(0);
    }
    assertThat(run.bundle()).doesNotExist();
    List<String> limited = List.of("sh", "-c", "ulimit -f " + LIMIT + "; exec \"$@\"", "sh");
    try (ChildBraid child =
        ChildBraid.start(folder.resolve("full.log"), limited, "resume", run.path().toString())) {
      assertThat(child.exitCode()).as(child.said()).isEqualTo(1);
      assertThat(child.said().replaceAll("\n +", " "))
          .contains("cannot be written: File too large\n")
          .contains("the run has stopped; what was whole before is whole still\n")
          .contains("once that is mended, go on with: braid resume " + run.path());
    }
    assertThat(ChildBraid.checkpoints(run)).isNotEmpty();
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).contains("note: goes on ").doesNotContain("is not whole");
    RunDirectory whole = shop.train(file, "PyTorch");
    assertThat(run.parameters()).hasSameBinaryContentAs(whole.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(whole.metrics());
  }
}
