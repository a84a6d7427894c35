package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.RecurrentOptions.Kind;

class LeakTest {

  private static final class Model extends TypedBlock {
    final Lookup lookup = child("lookup", new Lookup(7, 3));
    final RecurrentStack lstm =
        child("lstm", new RecurrentStack(new RecurrentOptions(Kind.LSTM, 3, 4, 2, true, 0.2, 1)));
    final RecurrentStack gru =
        child("gru", new RecurrentStack(new RecurrentOptions(Kind.GRU, 8, 4, 1, false, 0, 1)));
    final Linear head = child("head", new Linear(4 * 5, 1));

    NDArray loss(Pass pass, NDArray ids, Lengths lengths) {
      Sequence states =
          lstm.forward(pass, Sequence.of(lookup.forward(pass, ids), lengths), List.of()).states();
      RecurrentStack.Output out = gru.forward(pass, states, List.of());
      Sequence top = out.states();
      NDArray weights = Masked.softmax(top.values().mean(new int[] {2}), top);
      NDArray joined =
          out.finalState()
              .output()
              .concat(Masked.mean(top), 1)
              .concat(Masked.max(top), 1)
              .concat(Masked.last(Masked.reverse(top)), 1)
              .concat(Masked.weightedSum(top, weights), 1);
      return head.forward(pass, Dropout.apply(pass, joined, 0.1)).square().sum();
    }
  }

  @OnBothEngines
  void fiveHundredStepsLeaveTheNumberOfArraysFlat(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0);
        AdamW decayed = new AdamW(0.9, 0.999, 1e-8, 0.01);
        Sgd sgd = new Sgd(0.9, 0.01)) {
      Model model = scope.initialized(new Model(), DataType.FLOAT32, 2);
      Random random = new Random(1);
      List<Integer> counts = new ArrayList<>();
      for (int step = 0; step < 500; step++) {
        try (NDManager batch = scope.manager.newSubManager()) {
          int[] lengths = {random.nextInt(5), 1 + random.nextInt(4), 4};
          NDArray ids = batch.create(random.longs(12, 0, 7).toArray(), new Shape(3, 4));
          Pass pass = Pass.training(new ParameterStore(batch, false), random);
          Gradients.backward(model, () -> model.loss(pass, ids, Lengths.of(lengths, 4)));
          Gradients.clipByGlobalNorm(model, 1);
          Optimizer optimizer = step % 3 == 0 ? adam : step % 3 == 1 ? decayed : sgd;
          optimizer.step(model, 1e-3);
          if (step % 10 == 0) {
            Pass evaluation = Pass.evaluation(new ParameterStore(batch, false));
            model.loss(evaluation, ids, Lengths.of(lengths, 4)).toFloatArray();
          }
        }
        counts.add(scope.manager.getManagedArrays().size() + arraysOf(adam, decayed, sgd));
      }
      int parameters = ParameterPaths.of(model).size();
      // two moments of two optimizers, one velocity
      assertThat(counts.subList(2, 500)).containsOnly(parameters * 6);
    }
  }

  private static int arraysOf(Optimizer... optimizers) {
    int count = 0;
    for (Optimizer optimizer : optimizers) {
      if (!optimizer.state().isEmpty()) {
        NDArray any = optimizer.state().values().iterator().next();
        count += any.getManager().getManagedArrays().size();
      }
    }
    return count;
  }
}
