package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * One encoder with its transforms and projections. Exactly one of the two encoders is there. Of
 * several fields that are read side by side the first is {@code field}, which gives the lengths.
 */
final class Branch extends TypedBlock {

  final String name;
  final FieldSpec field;
  final List<FieldSpec> fields;
  final BranchCondition condition;
  final List<SequenceTransformBlock> transforms;
  final @Nullable SequenceEncoderBlock sequence;
  final @Nullable StaticFeatureEncoderBlock statics;
  private final List<ProjectionBlock> projections;

  Branch(
      String name,
      List<FieldSpec> fields,
      BranchCondition condition,
      List<SequenceTransformBlock> transforms,
      TypedBlock encoder,
      List<ProjectionBlock> projections) {
    this.name = name;
    this.field = fields.get(0);
    this.fields = List.copyOf(fields);
    this.condition = condition;
    this.transforms = List.copyOf(transforms);
    this.projections = List.copyOf(projections);
    this.sequence = encoder instanceof SequenceEncoderBlock block ? block : null;
    this.statics = encoder instanceof StaticFeatureEncoderBlock block ? block : null;
    for (int i = 0; i < transforms.size(); i++) {
      child("transform-" + i, transforms.get(i));
    }
    child("encoder", encoder);
    for (int i = 0; i < projections.size(); i++) {
      child("projection-" + i, projections.get(i));
    }
  }

  /** Returns the width of the encoding after all projections. */
  int width() {
    if (!projections.isEmpty()) {
      return projections.get(projections.size() - 1).width();
    }
    if (sequence != null) {
      return sequence.encodingWidth();
    }
    if (statics == null) {
      throw new IllegalStateException("a branch has an encoder");
    }
    return statics.encodingWidth();
  }

  /**
   * Returns what the states of the encoder are: steps that a transform left out stay out, and what
   * was told of later steps stays told.
   */
  StatesSpec states(SequenceEncoderBlock encoder) {
    StatesSpec states = encoder.states();
    boolean everyStep = transforms.stream().allMatch(block -> block.output().everyStep());
    boolean causal =
        !condition.ofSameField() && transforms.stream().allMatch(block -> block.output().causal());
    return (everyStep ? states : states.leavingOutSteps()).causalIf(causal);
  }

  /** Returns the places of transforms that read other steps than their own. */
  List<String> windowed() {
    return IntStream.range(0, transforms.size())
        .filter(i -> !transforms.get(i).stepwise())
        .mapToObj(this::transformPath)
        .toList();
  }

  /** Returns where a transform stands in the configuration. */
  String transformPath(int index) {
    return path() + ".transforms[" + index + "]";
  }

  /** Returns where the encoder stands in the configuration. */
  String path() {
    return "model.encoders." + name;
  }

  NDArray project(Pass pass, NDArray encoding, long batch) {
    pass.tap("encoding", encoding);
    return project(pass, path(), projections, encoding, batch);
  }

  /** Runs projections that stand under a path of the configuration. */
  static NDArray project(
      Pass pass, String path, List<ProjectionBlock> projections, NDArray encoding, long batch) {
    NDArray projected = encoding;
    for (int i = 0; i < projections.size(); i++) {
      ProjectionBlock block = projections.get(i);
      NDArray read = projected;
      Pass at = pass.at("projection-" + i);
      BoxCall call = new BoxCall(block, path + ".projections[" + i + "]", batch);
      projected = call.flat(call.of(() -> block.forward(at, read)), "an encoding", block.width());
      at.tap("encoding", projected);
    }
    return projected;
  }
}
