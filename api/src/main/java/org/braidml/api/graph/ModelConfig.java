package org.braidml.api.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.api.Choice;
import org.braidml.api.Merger;
import org.braidml.api.Projection;

/**
 * The boxes of a model as the configuration names them. Maps are sorted by name: HOCON objects have
 * no order.
 *
 * @param inputs how sequence fields become values, by field
 * @param encoders the encoders, by name
 * @param merger joins all encodings
 * @param projections applied to the merged encoding, in order
 * @param head the only head; or
 * @param heads several, by name
 */
public record ModelConfig(
    Map<String, InputConfig> inputs,
    Map<String, EncoderNode> encoders,
    Choice<Merger<?>> merger,
    List<Choice<Projection<?>>> projections,
    Optional<HeadNode> head,
    Map<String, HeadNode> heads) {

  /** Refuses a model without an encoder or a head. */
  public ModelConfig {
    if (encoders.isEmpty()) {
      throw new IllegalArgumentException("a model has at least one encoder");
    }
    if (head.isPresent() == !heads.isEmpty()) {
      throw new IllegalArgumentException("a model has either head or heads");
    }
  }

  /** Returns the fields that are read side by side, by the key that names them. */
  public Map<String, List<String>> aligned() {
    Map<String, List<String>> aligned = new TreeMap<>();
    encoders.forEach(
        (name, node) -> {
          if (!node.inputs().isEmpty()) {
            aligned.put("model.encoders." + name + ".inputs", node.inputs());
          }
        });
    return aligned;
  }

  /** The same model with other inputs. */
  public ModelConfig withInputs(Map<String, InputConfig> other) {
    return new ModelConfig(other, encoders, merger, projections, head, heads);
  }

  /** Returns the heads by name; the only one is called {@code head}. */
  public Map<String, HeadNode> allHeads() {
    return head.<Map<String, HeadNode>>map(only -> Map.of("head", only))
        .orElseGet(() -> new TreeMap<>(heads));
  }
}
