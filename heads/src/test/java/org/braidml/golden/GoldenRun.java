package org.braidml.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.golden.GoldenCase.Numbers;

/**
 * A block of a golden case on one engine, in FLOAT32. Everything agrees to 1e-5 plus 1e-4 of the
 * expected value: FLOAT32 keeps 6e-8 of each number, and the cases have sums of a dozen terms.
 */
public final class GoldenRun implements AutoCloseable {

  private final GoldenCase golden;
  private final NDManager manager;
  private final TypedBlock block;
  private final List<NDArray> inputs = new ArrayList<>();

  /** A run with the parameters of the case. */
  public GoldenRun(String engine, GoldenCase golden, TypedBlock block) {
    this.golden = golden;
    this.block = block;
    this.manager = Engines.get(engine).newBaseManager();
    ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
    Map<String, NDArray> values = new LinkedHashMap<>();
    golden.named("parameters").forEach((path, numbers) -> values.put(path, array(numbers)));
    ParameterPaths.restore(block, values, manager);
    golden.inputs().forEach(numbers -> inputs.add(array(numbers)));
  }

  /** An array of the run. */
  public NDArray array(Numbers numbers) {
    return manager.create(GoldenCase.floats(numbers.values()), numbers.shape());
  }

  /** The targets on the engine: one a row, or one a label. */
  public NDArray targets() {
    NDArray targets = manager.create(golden.targets());
    int labels = golden.target().labels().size();
    return labels == 0 ? targets : targets.reshape(-1, labels);
  }

  /** Checks what the block gives in evaluation, by the name of the entry that holds what is due. */
  public void evaluate(String entry, BiFunction<Pass, List<NDArray>, NDArray> forward) {
    NDArray given = forward.apply(Pass.evaluation(new ParameterStore(manager, false)), inputs);
    assertThat(given.getShape())
        .as("shape of the %s", entry)
        .isEqualTo(golden.numbers(entry).shape());
    close(entry, given, golden.numbers(entry));
  }

  /** Checks a loss in evaluation. */
  public void loss(BiFunction<Pass, List<NDArray>, NDArray> loss) {
    Pass pass = Pass.evaluation(new ParameterStore(manager, false));
    close("loss", golden.loss(), loss.apply(pass, inputs).getFloat());
  }

  /** Checks a loss and its gradients by inputs and parameters. */
  public void gradients(BiFunction<Pass, List<NDArray>, NDArray> loss) {
    inputs.forEach(input -> input.setRequiresGradient(true));
    Anchored root = new Anchored(block, manager);
    Pass pass = Pass.training(new ParameterStore(manager, false), new Random(1));
    double given = Gradients.backward(root, () -> root.anchor(pass, loss.apply(pass, inputs)));
    close("loss", golden.loss(), given);
    Map<String, NDArray> gradients = new LinkedHashMap<>(Gradients.of(block, manager));
    List<String> names = golden.specs().stream().map(spec -> "input " + spec.name()).toList();
    for (int i = 0; i < names.size(); i++) {
      gradients.put(names.get(i), inputs.get(i).getGradient());
    }
    assertThat(gradients).containsOnlyKeys(golden.named("gradients").keySet());
    golden
        .named("gradients")
        .forEach((name, due) -> close(name, Objects.requireNonNull(gradients.get(name)), due));
  }

  private static void close(String what, NDArray given, Numbers due) {
    float[] values = given.toFloatArray();
    assertThat(values.length).as(what).isEqualTo(due.values().length);
    for (int i = 0; i < values.length; i++) {
      close(what + "[" + i + "]", due.values()[i], values[i]);
    }
  }

  private static void close(String what, double due, double given) {
    assertThat(Math.abs(given - due))
        .as("%s: %s, expected %s", what, given, due)
        .isLessThanOrEqualTo(1e-5 + 1e-4 * Math.abs(due));
  }

  @Override
  public void close() {
    manager.close();
  }
}
