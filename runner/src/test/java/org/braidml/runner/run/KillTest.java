package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed and resumed ends as one that never was, bit for bit. */
class KillTest {

  /** A checkpoint after every step; a schedule and early stopping with a memory of epochs. */
  private static final List<String> SETTINGS =
      List.of(
          "training.epochs=12",
          "training.checkpoint.every-minutes=1e-9",
          "training.schedule={type = plateau, patience = 0, factor = 0.5, warm-up-steps = 7}",
          "training.early-stopping.patience=8",
          "training.optimizer.learning-rate=0.05",
          "model.inputs.review.sparse=true",
          "model.encoders.review.projections=[{type = pca-init, size = 4, warm-up-epochs = 2}]");

  @TempDir Path folder;

  @EachEngine
  void twiceKilledAndResumedIsNeverStopped(String engine) throws Exception {
    Random random = new Random(Long.getLong("braid.test.seed", 1));
    Shop shop = new Shop(folder);
    RunDirectory whole = shop.train(shop.file, engine, SETTINGS.toArray(new String[0]));

    Path runs = folder.resolve("killed");
    RunDirectory killed = killedWhileWriting(train(shop, engine, runs), runs);
    assertThat(killed.bundle()).doesNotExist();
    killedAt(1 + random.nextInt(20), killed);

    assertThat(shop.braid("resume", killed.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).contains("note: goes on ");
    same(killed, whole);
    assertThat(killed.checkpoints()).doesNotExist();
    assertThat(shop.braid("resume", killed.path().toString())).isZero();
    assertThat(shop.out).contains("is finished: nothing is left to do");
  }

  private static List<String> train(Shop shop, String engine, Path runs) {
    List<String> args = new ArrayList<>(List.of("train", shop.file.toString()));
    args.addAll(List.of("--runs", runs.toString(), "--set", "engine=" + engine));
    SETTINGS.forEach(set -> args.addAll(List.of("--set", set)));
    return args;
  }

  /** Kills a run in the middle of a checkpoint, of which a part must be left. */
  private RunDirectory killedWhileWriting(List<String> train, Path runs) throws Exception {
    try (ChildBraid child = child(train)) {
      child.await("a run", () -> !ChildBraid.runs(runs).isEmpty());
      RunDirectory run = ChildBraid.runs(runs).get(0);
      child.await(
          "a whole checkpoint and one that is being written",
          () -> {
            List<String> names = ChildBraid.checkpoints(run);
            return names.stream().anyMatch(name -> !name.endsWith(".part"))
                && names.get(names.size() - 1).endsWith(".part");
          });
      child.kill();
      return run;
    }
  }

  /** Resumes a run and kills it some checkpoints later. */
  private void killedAt(int checkpoints, RunDirectory run) throws Exception {
    List<String> seen = new ArrayList<>(ChildBraid.checkpoints(run));
    int before = seen.size();
    try (ChildBraid child = child(List.of("resume", run.path().toString()))) {
      child.await(
          checkpoints + " more checkpoints",
          () -> {
            ChildBraid.checkpoints(run).stream()
                .filter(name -> !name.endsWith(".part") && !seen.contains(name))
                .forEach(seen::add);
            return seen.size() >= before + checkpoints;
          });
      child.kill();
    }
  }

  private ChildBraid child(List<String> args) throws Exception {
    Path log = Files.createTempFile(folder, "child", ".log");
    return ChildBraid.start(log, List.of(), args.toArray(new String[0]));
  }

  private static void same(RunDirectory run, RunDirectory other) {
    assertThat(run.parameters()).hasSameBinaryContentAs(other.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
    assertThat(run.predictions()).hasSameBinaryContentAs(other.predictions());
    assertThat(run.split()).hasSameBinaryContentAs(other.split());
  }
}
