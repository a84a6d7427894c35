package org.braidml.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.braidml.api.Pass;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.ParameterPaths;

/** One block with its parameters on one engine, fed from the host and read on the host. */
final class Probe implements AutoCloseable {

  private final Engine engine;
  private final NDManager manager;
  private final Subject subject;
  private final Anchored root;
  private final DataType type;

  Probe(String engineName, Subject subject, DataType type, long seed) {
    this.engine = Engines.get(engineName);
    this.manager = engine.newBaseManager();
    this.subject = subject;
    this.type = type;
    this.root = new Anchored(subject.block(), manager, type, seed);
  }

  Subject subject() {
    return subject;
  }

  NDManager manager() {
    return manager;
  }

  /** Computes results in evaluation mode. */
  List<Reading> evaluate(HostBatch batch) {
    try (NDManager child = manager.newSubManager()) {
      Pass pass = Pass.evaluation(new ParameterStore(child, false));
      return Reading.all(subject.forward().run(pass, batch.on(child, type, false)));
    }
  }

  /** Runs one training pass with random streams of their own, forward and backward. */
  Trained train(HostBatch batch, long stream) {
    Subject.ToLoss own = subject.loss();
    return train(batch, stream, own == null ? ReadOut::of : own);
  }

  /** Runs one training pass under a loss of the caller's. */
  Trained train(HostBatch batch, long stream, Subject.ToLoss toLoss) {
    try (NDManager child = manager.newSubManager()) {
      Engines.seed(engine, stream);
      RandomGenerator random = Seeds.stream(stream, "pass");
      Pass pass = Pass.training(new ParameterStore(child, false), random);
      Inputs inputs = batch.on(child, type, true);
      List<Output> outputs = new ArrayList<>();
      double loss =
          Gradients.backward(
              root,
              () -> {
                outputs.addAll(subject.forward().run(pass, inputs));
                return root.anchor(pass, total(toLoss.of(outputs, inputs), pass));
              });
      return new Trained(loss, Reading.all(outputs), gradients(), inputGradients(inputs));
    }
  }

  private static NDArray total(NDArray loss, Pass pass) {
    NDArray sum = loss;
    for (NDArray penalty : pass.losses().values()) {
      sum = sum.add(penalty);
    }
    return sum;
  }

  private Map<String, double[]> gradients() {
    Map<String, double[]> host = new LinkedHashMap<>();
    Gradients.of(subject.block())
        .forEach(
            (path, gradient) -> {
              try (gradient) {
                host.put(path, HostArrays.read(gradient));
              }
            });
    return host;
  }

  private static List<Reading> inputGradients(Inputs inputs) {
    List<Reading> readings = new ArrayList<>();
    for (int p = 0; p < inputs.arrays().size(); p++) {
      Port port = inputs.host().ports().get(p);
      if (port.takesGradient()) {
        boolean sequence = port.kind() == Port.Kind.SEQUENCE;
        NDArray gradient = inputs.array(p).getGradient();
        readings.add(
            Reading.of(new Output(port.name(), gradient, sequence ? inputs.lengths() : null)));
      }
    }
    return readings;
  }

  /** Returns all parameters, also those without gradient, by path. */
  Map<String, Parameter> parameters() {
    return ParameterPaths.of(subject.block());
  }

  double[] read(String path) {
    return HostArrays.read(array(path));
  }

  void write(String path, double[] values) {
    HostArrays.write(array(path), values);
  }

  private NDArray array(String path) {
    return Objects.requireNonNull(parameters().get(path), path).getArray();
  }

  /** Moves every parameter that takes a gradient a little, so that none is at a special value. */
  void jitter(long seed, double amount) {
    RandomGenerator random = Seeds.stream(seed, "jitter");
    parameters()
        .forEach(
            (path, parameter) -> {
              if (parameter.requiresGradient()) {
                double[] values = read(path);
                for (int i = 0; i < values.length; i++) {
                  values[i] += amount * random.nextDouble(-1, 1);
                }
                write(path, values);
              }
            });
  }

  @Override
  public void close() {
    manager.close();
  }
}
