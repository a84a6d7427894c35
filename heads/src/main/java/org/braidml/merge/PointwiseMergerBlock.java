package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Scalars;

/** The sum or mean of encodings of one width {@code (B, E)}, which maps of their own may give. */
final class PointwiseMergerBlock extends MergerBlock {

  private final List<EncodingSpec> inputs;
  private final List<Linear> maps = new ArrayList<>();
  private final int width;
  private final boolean mean;

  private PointwiseMergerBlock(
      List<EncodingSpec> inputs, Optional<Integer> projectTo, boolean mean) {
    this.inputs = inputs;
    this.mean = mean;
    this.width = projectTo.orElse(inputs.get(0).width());
    if (projectTo.isPresent()) {
      inputs.forEach(
          input -> maps.add(child("map-" + input.name(), new Linear(input.width(), width, false))));
    }
  }

  static PointwiseMergerBlock sum(
      List<EncodingSpec> inputs, Optional<Integer> projectTo, BuildContext context) {
    requireOneWidth("sum", inputs, projectTo, context);
    return new PointwiseMergerBlock(inputs, projectTo, false);
  }

  static PointwiseMergerBlock mean(
      List<EncodingSpec> inputs, Optional<Integer> projectTo, BuildContext context) {
    requireOneWidth("mean", inputs, projectTo, context);
    return new PointwiseMergerBlock(inputs, projectTo, true);
  }

  private static void requireOneWidth(
      String id, List<EncodingSpec> inputs, Optional<Integer> projectTo, BuildContext context) {
    if (projectTo.isEmpty() && inputs.stream().map(EncodingSpec::width).distinct().count() > 1) {
      String widths =
          inputs.stream()
              .map(input -> "\"" + input.name() + "\" is " + input.width() + " wide")
              .collect(Collectors.joining(", "));
      throw context.refuse(
          "\"" + id + "\" needs encodings of one width: " + widths,
          "set project-to to a width, give the encoders one width, or use concat");
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> encodings) {
    Encodings.require(inputs, encodings);
    NDArray sum = mapped(pass, encodings, 0);
    for (int i = 1; i < encodings.size(); i++) {
      sum = sum.add(mapped(pass, encodings, i));
    }
    return mean && encodings.size() > 1 ? Scalars.div(sum, encodings.size()) : sum;
  }

  private NDArray mapped(Pass pass, List<NDArray> encodings, int i) {
    return maps.isEmpty() ? encodings.get(i) : maps.get(i).forward(pass, encodings.get(i));
  }
}
