package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.run.MetricSink;
import org.braidml.api.run.RunReport;
import org.braidml.runner.cache.PreparedCache;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.plugin.PluginPath;
import org.braidml.runner.train.StopSignal;
import org.braidml.runner.wiring.RunModule;
import org.braidml.runner.wiring.Wiring;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.io.TempDir;

/** Where prepared data come from changes no bit of a run. */
class CachedRunTest {

  @TempDir Path folder;
  private final Injector injector =
      Wiring.wire(PluginPath.open(List.of(), CachedRunTest.class.getClassLoader()));

  @EachEngine
  void aRunIsTheSameWithTheCacheFromTheCacheAndWithout(String engine) throws Exception {
    Shop shop = new Shop(folder);
    Experiment experiment =
        injector.getInstance(ExperimentReader.class).read(shop.file, List.of("engine=" + engine));
    PreparedCache cache = PreparedCache.in(folder.resolve("cache"), 0, 1 << 30);
    Run without = run(experiment, PreparedCache.off());
    assertThat(without.notes()).noneMatch(note -> note.startsWith("data "));
    Run kept = run(experiment, cache);
    assertThat(kept.notes()).anyMatch(note -> note.startsWith("data prepared in "));
    Run from = run(experiment, cache);
    assertThat(from.notes()).anyMatch(note -> note.startsWith("data from "));
    Run again = run(experiment, cache, run -> run.reproduce(from.directory()));
    assertThat(again.notes()).noneMatch(note -> note.startsWith("data "));
    for (Run other : List.of(kept, from, again)) {
      same(other.directory(), without.directory());
    }
  }

  private static void same(RunDirectory run, RunDirectory other) {
    assertThat(run.parameters()).hasSameBinaryContentAs(other.parameters());
    assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
    assertThat(run.predictions()).hasSameBinaryContentAs(other.predictions());
    assertThat(run.split()).hasSameBinaryContentAs(other.split());
  }

  private Run run(Experiment experiment, PreparedCache cache) throws IOException {
    return run(experiment, cache, TrainRun::run);
  }

  /** What to do with a run. */
  private interface Task {
    RunReport run(TrainRun run) throws IOException;
  }

  private Run run(Experiment experiment, PreparedCache cache, Task task) throws IOException {
    RunDirectory directory = RunDirectory.create(folder.resolve("runs"), "shop");
    Notes notes = new Notes(new ArrayList<>());
    RunContext context = new RunContext(experiment, directory, notes, new Never());
    task.run(
        injector
            .createChildInjector(new RunModule(context))
            .getInstance(TrainRun.class)
            .withCache(cache));
    return new Run(directory, notes.heard());
  }

  private record Run(RunDirectory directory, List<String> notes) {}

  /** Never asks to stop. */
  private static final class Never implements StopSignal {
    @Override
    public boolean requested() {
      return false;
    }

    @Override
    public void trainingStarted() {}

    @Override
    public void trainingEnded() {}
  }

  /** Keeps what is noted. */
  private record Notes(List<String> heard) implements RunListener {
    @Override
    public void started(Experiment experiment, RunDirectory directory, EngineRuntime runtime) {}

    @Override
    public void prepared(PreparedData data, ModelBlock model) {}

    @Override
    public void note(String text) {
      heard.add(text);
    }

    @Override
    public Set<MetricSink> sinks(ModelBlock model) {
      return Set.of();
    }
  }
}
