package org.braidml.api.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.FinalState;
import org.braidml.api.HeadInput;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * The root of a model: the only block that takes {@code NDList}s, in the order of its {@link
 * InputLayout}. Its boxes are evaluated in topological order.
 *
 * <p>As a DJL block it gives predictions, one array a head in the order of {@link #heads}; {@link
 * #forward} gives scores. Used by one thread.
 */
public final class ModelBlock extends TypedBlock {

  private final InputLayout layout;
  private final Map<String, InputBlock> inputs;
  private final List<Branch> branches;
  private final List<String> mergeOrder;
  private final MergerBlock merger;
  private final List<ProjectionBlock> projections;
  private final List<HeadBox> heads;
  private final List<Box> boxes;

  ModelBlock(ModelParts parts) {
    this.layout = parts.layout();
    this.inputs = parts.inputs();
    this.branches = parts.branches();
    this.mergeOrder = branches.stream().map(branch -> branch.name).sorted().toList();
    this.merger = parts.merger();
    this.projections = parts.projections();
    this.heads = parts.heads();
    this.boxes = parts.boxes();
    Group inputGroup = child("inputs", new Group());
    inputs.forEach(inputGroup::add);
    Group encoders = child("encoders", new Group());
    branches.stream()
        .sorted(java.util.Comparator.comparing(branch -> branch.name))
        .forEach(branch -> encoders.add(branch.name, branch));
    child("merger", merger);
    for (int i = 0; i < projections.size(); i++) {
      child("projection-" + i, projections.get(i));
    }
    Group headGroup = child("heads", new Group());
    heads.forEach(head -> headGroup.add(head.name(), head.block()));
  }

  /** Returns which arrays the model reads, in which order. */
  public InputLayout layout() {
    return layout;
  }

  /** Returns the heads, sorted by name. */
  public List<HeadBox> heads() {
    return heads;
  }

  /**
   * Returns the field that an encoder reads, the first where it reads several side by side.
   *
   * @throws IllegalArgumentException if there is no such encoder
   */
  public String fieldOf(String encoder) {
    return branches.stream()
        .filter(branch -> branch.name.equals(encoder))
        .map(branch -> branch.field.name())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no encoder " + encoder));
  }

  /** Returns a field and all whose steps stand beside its own, at first or second hand. */
  public Set<String> alignedWith(String field) {
    Set<String> together = new TreeSet<>(Set.of(field));
    boolean more = true;
    while (more) {
      more = false;
      for (Branch branch : branches) {
        List<String> names = branch.fields.stream().map(FieldSpec::name).toList();
        more |= !Collections.disjoint(names, together) && together.addAll(names);
      }
    }
    return together;
  }

  /**
   * Returns where transforms stand that read other steps than their own, as places in the
   * configuration: the encoders behind them hand nothing over to the next chunk.
   */
  public List<String> windowedTransforms() {
    return branches.stream().flatMap(branch -> branch.windowed().stream()).sorted().toList();
  }

  /** Returns the path of the table of vectors of a field whose input is an embedding. */
  public static String tableOf(String field) {
    return "inputs." + field + ".lookup.weight";
  }

  /** Returns the boxes in the order of evaluation, for a table of the model. */
  public List<Box> boxes() {
    return boxes;
  }

  /**
   * Computes the scores of every head.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param list the arrays of a batch, made by {@link InputLayout#arrays}
   * @return scores by head, in the order of {@link #heads}; they belong to the manager of the
   *     inputs
   */
  public Map<String, NDArray> forward(Pass pass, NDList list) {
    return forward(pass, list, Map.of()).scores();
  }

  /**
   * What a model computes of one chunk.
   *
   * @param scores by head, in the order of {@link #heads}
   * @param carry by encoder what the next chunk starts from ({@link
   *     org.braidml.api.FinalState#carry()}); without those that hand over nothing, and those whose
   *     transforms read other steps, of which no state tells
   */
  public record Chunk(Map<String, NDArray> scores, Map<String, List<NDArray>> carry) {}

  /**
   * Computes the scores of every head where each row goes on from an earlier chunk.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param list the arrays of a batch, made by {@link InputLayout#arrays}
   * @param carry by encoder what the chunk before handed over, cut from its graph; empty to start
   *     anew
   * @return scores and the carry; they belong to the manager of the inputs
   */
  public Chunk forward(Pass pass, NDList list, Map<String, List<NDArray>> carry) {
    ModelInputs arrays = new ModelInputs(layout, list);
    long batch = list.get(0).getShape().get(0);
    FieldSequences sequences = new FieldSequences(inputs, pass, arrays);
    Map<String, NDArray> encodings = new HashMap<>();
    Map<String, Encoded> encoded = new HashMap<>();
    for (Branch branch : branches) {
      Pass at = pass.at("encoders." + branch.name);
      NDArray encoding;
      if (branch.sequence != null) {
        Sequence input = sequences.of(branch);
        List<NDArray> carried = carry.getOrDefault(branch.name, List.of());
        Encoded result = encode(at, branch, input, encodings, carried, batch);
        encoded.put(branch.name, result);
        encoding = result.encoding();
      } else {
        encoding = encodeStatics(at, branch, arrays, batch);
      }
      NDArray projected = branch.project(at, encoding, batch);
      at.tap("encoding", projected);
      encodings.put(branch.name, projected);
    }
    Map<String, NDArray> scores = scores(pass, merge(pass, encodings, batch), encoded, batch);
    return new Chunk(scores, carried(encoded));
  }

  private Map<String, List<NDArray>> carried(Map<String, Encoded> encoded) {
    Map<String, List<NDArray>> carry = new HashMap<>();
    for (Branch branch : branches) {
      Encoded result = encoded.get(branch.name);
      FinalState last = result == null ? null : result.finalState();
      if (last != null && !last.carry().isEmpty() && branch.windowed().isEmpty()) {
        carry.put(branch.name, last.carry());
      }
    }
    return carry;
  }

  private static Encoded encode(
      Pass pass,
      Branch branch,
      Sequence input,
      Map<String, NDArray> encodings,
      List<NDArray> carry,
      long batch) {
    Sequence sequence = input;
    for (int i = 0; i < branch.transforms.size(); i++) {
      Pass at = pass.at("transform-" + i);
      SequenceTransformBlock block = branch.transforms.get(i);
      Sequence read = sequence;
      BoxCall call = new BoxCall(block, branch.transformPath(i), batch);
      sequence =
          call.steps(call.of(() -> block.forward(at, read)), "steps", block.output().width());
      at.tap("values", sequence.values());
    }
    SequenceEncoderBlock block = branch.sequence;
    if (block == null) {
      throw new IllegalStateException(branch.name + " encodes no sequence");
    }
    Sequence read = branch.condition.steps(sequence, encodings);
    Condition condition = branch.condition.of(encodings, carry);
    BoxCall call = new BoxCall(block, branch.path(), batch);
    Encoded result = call.of(() -> block.forward(pass, read, condition));
    Encoded encoded = call.encoded(result, block.states().width(), block.encodingWidth());
    pass.tap("states", encoded.states().values());
    return encoded;
  }

  private static NDArray encodeStatics(Pass pass, Branch branch, ModelInputs arrays, long batch) {
    StaticFeatureEncoderBlock block = branch.statics;
    if (block == null) {
      throw new IllegalStateException(branch.name + " has no encoder");
    }
    BoxCall call = new BoxCall(block, branch.path(), batch);
    NDArray given = call.of(() -> block.forward(pass, arrays.statics(branch.field.name())));
    return call.flat(given, "an encoding", block.encodingWidth());
  }

  private NDArray merge(Pass pass, Map<String, NDArray> encodings, long batch) {
    List<NDArray> inOrder = mergeOrder.stream().map(encodings::get).toList();
    BoxCall call = new BoxCall(merger, "model.merger", batch);
    NDArray merged = call.of(() -> merger.forward(pass.at("merger"), inOrder));
    call.flat(merged, "an encoding", merger.width());
    pass.tap("merger.encoding", merged);
    merged = Branch.project(pass, "model", projections, merged, batch);
    pass.tap("merger.encoding", merged);
    return merged;
  }

  private Map<String, NDArray> scores(
      Pass pass, NDArray merged, Map<String, Encoded> encoded, long batch) {
    Map<String, NDArray> scores = new LinkedHashMap<>();
    for (HeadBox head : heads) {
      Pass at = pass.at("heads." + head.name());
      BoxCall call = new BoxCall(head.block(), head.path(), batch);
      NDArray result = call.of(() -> head.block().forward(at, headInput(head, merged, encoded)));
      call.scores(result, head.block().width());
      at.tap("scores", result);
      scores.put(head.name(), result);
    }
    return scores;
  }

  private static HeadInput headInput(HeadBox head, NDArray merged, Map<String, Encoded> encoded) {
    if (head.statesOf().isEmpty()) {
      return new HeadInput(merged, null);
    }
    Encoded source = encoded.get(head.statesOf().get());
    if (source == null) {
      throw new IllegalStateException("no states of " + head.statesOf().get());
    }
    return new HeadInput(source.states().values(), source.states().lengths());
  }

  /** Returns the scores of one head out of what {@link #forward} gave. */
  public static NDArray scoresOf(HeadBox head, Map<String, NDArray> scores) {
    NDArray found = scores.get(head.name());
    if (found == null) {
      throw new IllegalArgumentException("no scores of " + head.name());
    }
    return found;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList list,
      boolean training,
      @Nullable PairList<String, Object> params) {
    if (training) {
      throw new UnsupportedOperationException(
          "a Braid model is trained by Braid, not by a Trainer");
    }
    Map<String, NDArray> scores = forward(Pass.evaluation(store), list);
    NDList predictions = new NDList();
    for (HeadBox head : heads) {
      predictions.add(head.predict(scoresOf(head, scores)));
    }
    return predictions;
  }
}
