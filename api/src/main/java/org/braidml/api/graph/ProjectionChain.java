package org.braidml.api.graph;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.ParameterPaths;
import org.jspecify.annotations.Nullable;

/** Builds projections one after another, behind an encoder or behind the merger. */
final class ProjectionChain {

  private ProjectionChain() {}

  /**
   * Builds a chain.
   *
   * @param path the key of the encoder, or {@code model}
   * @param choices the projections, in order
   * @param input what the first reads
   * @param blocks takes the blocks
   * @param boxes takes their rows of the table of the model
   * @param problems takes what is wrong
   * @return what the last one gives; null after a problem
   */
  static @Nullable EncodingSpec build(
      String path,
      List<Choice<Projection<?>>> choices,
      EncodingSpec input,
      List<ProjectionBlock> blocks,
      List<Box> boxes,
      List<Problem> problems) {
    EncodingSpec spec = input;
    for (int i = 0; i < choices.size(); i++) {
      Choice<Projection<?>> choice = choices.get(i);
      EncodingSpec read = spec;
      ProjectionBlock block =
          ModelBuilder.guarded(
              () -> new BuildContext(choice.path()).projection(choice, read), problems);
      if (block == null) {
        return null;
      }
      blocks.add(block);
      boxes.add(
          new Box(
              path.replaceFirst("^model\\.?", "")
                  + (path.equals("model") ? "" : ".")
                  + "projections["
                  + i
                  + "]",
              choice.plugin().id(),
              read.name(),
              "(B, " + read.width() + ")",
              block.width(),
              false,
              ParameterPaths.count(block)));
      spec = new EncodingSpec(input.name(), block.width());
    }
    return spec;
  }
}
