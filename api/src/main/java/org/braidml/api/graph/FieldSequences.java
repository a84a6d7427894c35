package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Beside;

/** The sequence fields of one pass: each becomes values once, however many encoders read it. */
final class FieldSequences {

  private final Map<String, InputBlock> inputs;
  private final Pass pass;
  private final ModelInputs arrays;
  private final Map<String, Sequence> known = new HashMap<>();

  FieldSequences(Map<String, InputBlock> inputs, Pass pass, ModelInputs arrays) {
    this.inputs = inputs;
    this.pass = pass;
    this.arrays = arrays;
  }

  /** Returns what an encoder reads: a field, or several side by side, {@code (B, T, F1 + F2)}. */
  Sequence of(Branch branch) {
    List<Sequence> read =
        branch.fields.stream()
            .map(field -> known.computeIfAbsent(field.name(), name -> values(field)))
            .toList();
    Sequence first = read.get(0);
    for (int i = 1; i < read.size(); i++) {
      requireAligned(branch, first.lengths(), read.get(i).lengths(), i);
    }
    return first.withValues(Beside.of(read.stream().map(Sequence::values).toList()));
  }

  private static void requireAligned(Branch branch, Lengths first, Lengths other, int index) {
    if (!Arrays.equals(first.toArray(), other.toArray()) || first.time() != other.time()) {
      throw new IllegalArgumentException(
          branch.path()
              + ": the fields "
              + branch.field.name()
              + " and "
              + branch.fields.get(index).name()
              + " are read side by side and have not as many steps in every row");
    }
  }

  private Sequence values(FieldSpec field) {
    InputBlock block = inputs.get(field.name());
    if (block == null) {
      throw new IllegalStateException("no input block of " + field.name());
    }
    Pass at = pass.at("inputs." + field.name());
    NDArray values = block.forward(at, arrays.steps(field));
    at.tap("values", values);
    return Sequence.of(values, arrays.lengths(field.name()));
  }
}
