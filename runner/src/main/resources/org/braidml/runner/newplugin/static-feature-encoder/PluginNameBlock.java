package plugin.packagename;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Lookup;
import org.jspecify.annotations.Nullable;

/** {@code (B, S)} and {@code (B, K) -> (B, E)}: {@code tanh(W x + b + v_1(id_1) + ...)}. */
final class PluginNameBlock extends StaticFeatureEncoderBlock {

  private final int size;
  private final @Nullable Linear numbers;
  private final List<Lookup> categories = new ArrayList<>();

  PluginNameBlock(PluginNameConfig config, StaticSpec input) {
    size = config.size();
    int count = input.numeric().size();
    numbers = count == 0 ? null : child("numbers", new Linear(count, size));
    for (StaticSpec.Category category : input.categories()) {
      categories.add(child("category-" + categories.size(), new Lookup(category.size(), size)));
    }
  }

  @Override
  public int encodingWidth() {
    return size;
  }

  /** Arrays of a kind that the field does not have are null. */
  @Override
  public NDArray forward(Pass pass, StaticFeatures input) {
    NDArray x = input.numeric();
    NDArray ids = input.categories();
    List<NDArray> terms = new ArrayList<>();
    if (numbers != null && x != null) {
      terms.add(numbers.forward(pass, x));
    }
    for (int k = 0; ids != null && k < categories.size(); k++) {
      terms.add(categories.get(k).forward(pass, ids.get(new NDIndex(":, {}", k))));
    }
    NDArray sum = terms.get(0);
    for (NDArray term : terms.subList(1, terms.size())) {
      sum = sum.add(term);
    }
    return Activation.TANH.apply(sum);
  }
}
