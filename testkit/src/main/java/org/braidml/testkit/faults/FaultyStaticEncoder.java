package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Lookup;

/** Numbers and categories {@code -> (B, E)}; each table lacks its last id, which is clipped. */
final class FaultyStaticEncoder extends StaticFeatureEncoderBlock {

  private static final int WIDTH = 4;

  private final List<Lookup> tables = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private final Linear linear;

  FaultyStaticEncoder(StaticSpec input) {
    for (StaticSpec.Category category : input.categories()) {
      int size = Math.max(1, category.size() - 1);
      tables.add(child(category.name(), new Lookup(size, WIDTH)));
      rows.add(size);
    }
    linear = child("numbers", new Linear(Math.max(1, input.numeric().size()), WIDTH));
  }

  @Override
  public int encodingWidth() {
    return WIDTH;
  }

  @Override
  public NDArray forward(Pass pass, StaticFeatures input) {
    NDArray numbers = input.numeric();
    NDArray sum = numbers == null ? null : linear.forward(pass, numbers);
    NDArray ids = input.categories();
    for (int i = 0; ids != null && i < tables.size(); i++) {
      NDArray clipped = ids.get(":, " + i).clip(0, rows.get(i) - 1);
      NDArray found = tables.get(i).forward(pass, clipped);
      sum = sum == null ? found : sum.add(found);
    }
    if (sum == null) {
      throw new IllegalArgumentException("a static field has numbers or categories");
    }
    return sum;
  }
}
