package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Condition;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Beside;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder is given of another.
 *
 * @param on the other encoder, if there is one
 * @param besideSteps whether its encoding stands beside each step, so that this encoder reads it as
 *     a part of the sequence, instead of being handed over
 * @param ofSameField whether it was made, at first or second hand, of the field that this encoder
 *     reads, and so tells of all its steps
 */
record BranchCondition(Optional<String> on, boolean besideSteps, boolean ofSameField) {

  private @Nullable NDArray encoding(Map<String, NDArray> encodings) {
    return on.map(encodings::get).orElse(null);
  }

  /** Returns what the encoder starts from. */
  Condition of(Map<String, NDArray> encodings, List<NDArray> carry) {
    return new Condition(besideSteps ? null : encoding(encodings), carry);
  }

  /** {@code (B, T, F) -> (B, T, F + C)}, or the steps as they are; lengths stay. */
  Sequence steps(Sequence read, Map<String, NDArray> encodings) {
    NDArray encoding = besideSteps ? encoding(encodings) : null;
    if (encoding == null) {
      return read;
    }
    NDArray repeated = encoding.expandDims(1).repeat(1, read.lengths().time());
    return read.withValues(Beside.of(List.of(read.values(), repeated)));
  }
}
