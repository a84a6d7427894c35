package org.braidml.benchmarks;

import java.util.List;
import org.braidml.api.graph.Batch;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.run.EngineRuntime;

/** Measures one engine with one number of threads, in a process of its own. */
final class StepProcess {

  /** After how many steps losses are compared: enough to tell whether both train alike. */
  static final int COMPARED = 50;

  /** For the JIT compiler, before the first shape. */
  private static final int WARM_UP_ROUNDS = 40;

  /** Before each shape. */
  private static final int SETTLING_ROUNDS = 5;

  private StepProcess() {}

  /** Takes the name of the engine, threads and rounds. */
  public static void main(String[] args) {
    EngineName name = EngineName.valueOf(args[0]);
    int threads = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    try (EngineRuntime runtime = EngineRuntime.start(name, threads, "cpu")) {
      System.out.println(runtime.describe());
      measure(runtime, StepShape.ALL.get(0), WARM_UP_ROUNDS);
      for (StepShape shape : StepShape.ALL) {
        System.out.println(measure(runtime, shape, rounds).encode());
      }
    }
  }

  private static StepRow measure(EngineRuntime runtime, StepShape shape, int rounds) {
    String engine = runtime.engine().getEngineName();
    List<Batch> full = StepData.full(shape);
    try (BraidLoop braid = new BraidLoop(runtime.manager(), shape, full);
        BraidLoop differing = new BraidLoop(runtime.manager(), shape, StepData.differing(shape));
        BareLoop bare = new BareLoop(engine, shape.bare(), StepData.arrays(shape), full)) {
      bare.set(braid.parameters());
      double bareLoss = lossAfter(COMPARED, bare);
      double braidLoss = lossAfter(COMPARED, braid);
      List<StepLoop> loops = List.of(bare, braid, differing);
      new Interleaved(loops, shape.block()).run(SETTLING_ROUNDS);
      Interleaved turns = new Interleaved(loops, shape.block());
      turns.run(rounds);
      List<Double> ratios = turns.ratios(1, 0);
      String label = engine + ", " + runtime.threads() + ", " + shape;
      return new StepRow(
          label,
          new double[] {
            turns.median(0),
            turns.median(1),
            Quantiles.median(ratios),
            Quantiles.of(ratios, 0.25),
            Quantiles.of(ratios, 0.75),
            turns.processor(1) / turns.processor(0),
            turns.median(2),
            bareLoss,
            braidLoss
          });
    }
  }

  private static double lossAfter(int steps, StepLoop loop) {
    double loss = 0;
    for (int i = 0; i < steps; i++) {
      loss = loop.step();
    }
    return loss;
  }
}
