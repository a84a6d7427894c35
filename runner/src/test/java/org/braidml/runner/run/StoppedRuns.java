package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.plugin.Registry;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.plugin.PluginPath;
import org.braidml.runner.train.StopSignal;
import org.braidml.runner.train.TrainingStoppedException;
import org.braidml.runner.wiring.RunModule;
import org.braidml.runner.wiring.Wiring;

/** Runs that are stopped after so many steps, and go on. */
final class StoppedRuns {

  private static final Injector INJECTOR =
      Wiring.wire(PluginPath.open(List.of(), StoppedRuns.class.getClassLoader()));

  private final Shop shop;
  private final List<String> settings;

  /**
   * Stopped runs.
   *
   * @param settings of every run, {@code key=value} each
   */
  StoppedRuns(Shop shop, List<String> settings) {
    this.shop = shop;
    this.settings = settings;
  }

  /**
   * Checks that a run which is stopped ends, bit for bit, as one that never was.
   *
   * @param questions how often training asks whether to stop until it must, by attempt
   * @param more settings of this run
   * @return the run that was stopped
   */
  RunDirectory endAsNeverStopped(
      Path file, String engine, List<Integer> questions, List<String> more) throws Exception {
    RunDirectory whole = whole(file, engine, more);
    RunDirectory run = stopped(file, engine, questions.get(0), more);
    for (int asked : questions.subList(1, questions.size())) {
      stoppedAgain(run, asked);
    }
    assertThat(shop.braid("resume", run.path().toString())).as(shop.err).isZero();
    same(run, whole);
    return run;
  }

  /** Goes on with a run and stops it again. */
  void stoppedAgain(RunDirectory run, int asked) throws IOException {
    Experiment experiment = RunFiles.experiment(run, INJECTOR.getInstance(Registry.class));
    assertThatThrownBy(() -> run(experiment, run, asked).resume(false))
        .isInstanceOf(TrainingStoppedException.class);
  }

  RunDirectory whole(Path file, String engine, List<String> more) {
    return shop.train(file, engine, with(more).toArray(String[]::new));
  }

  RunDirectory stopped(Path file, String engine, int asked, List<String> more) throws IOException {
    List<String> sets = with(more);
    sets.add("engine=" + engine);
    Experiment experiment = INJECTOR.getInstance(ExperimentReader.class).read(file, sets);
    RunDirectory run = RunDirectory.create(shop.folder.resolve("stopped"), "shop");
    assertThatThrownBy(() -> run(experiment, run, asked).run())
        .isInstanceOf(TrainingStoppedException.class);
    return run;
  }

  private List<String> with(List<String> more) {
    List<String> sets = new ArrayList<>(settings);
    sets.addAll(more);
    return sets;
  }

  private static TrainRun run(Experiment experiment, RunDirectory run, int asked) {
    RunContext context = new RunContext(experiment, run, new Silence(), new AtQuestion(asked));
    return INJECTOR.createChildInjector(new RunModule(context)).getInstance(TrainRun.class);
  }

  static void same(RunDirectory run, RunDirectory other) throws IOException {
    assertThat(run.parameters()).hasSameBinaryContentAs(other.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
    assertThat(run.predictions()).hasSameBinaryContentAs(other.predictions());
    assertThat(run.refused().toFile().exists()).isEqualTo(other.refused().toFile().exists());
    try (Stream<Path> files = Files.list(run.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("checkpoints", ".lock");
    }
  }

  /** Asks to stop when training has asked so many times. */
  private static final class AtQuestion implements StopSignal {
    private int left;

    AtQuestion(int questions) {
      this.left = questions;
    }

    @Override
    public boolean requested() {
      return --left <= 0;
    }

    @Override
    public void trainingStarted() {}

    @Override
    public void trainingEnded() {}
  }

  /** Shows nothing. */
  private static final class Silence implements RunListener {
    @Override
    public void started(Experiment experiment, RunDirectory directory, EngineRuntime runtime) {}

    @Override
    public void prepared(PreparedData data, ModelBlock model) {}

    @Override
    public void note(String text) {}

    @Override
    public Set<MetricSink> sinks(ModelBlock model) {
      return Set.of();
    }
  }
}
