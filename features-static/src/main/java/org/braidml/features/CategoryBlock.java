package org.braidml.features;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Beside;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Lookup;
import org.braidml.api.nn.OneHot;

/**
 * Numbers {@code (B, S)} and category ids {@code (B, K)} {@code ->} the numbers, then the
 * categories in their order: {@code (B, width)}.
 *
 * <p>Id 0, a value that the training rows do not hold, is told by nothing that training never
 * touched: it has no channel of its own but zeros, and its vector starts as zeros, the mean of what
 * the others start from.
 */
final class CategoryBlock extends TypedBlock {

  private static final Init UNSEEN_ZERO =
      Init.of(
          (shape, random) -> {
            double[] table = Init.normal(0.1).values(shape, random);
            Arrays.fill(table, 0, (int) shape.get(1), 0);
            return table;
          });

  private final StaticSpec spec;
  private final List<Lookup> tables = new ArrayList<>();
  private final int width;

  private CategoryBlock(StaticSpec spec, List<Integer> embeddingSizes) {
    this.spec = spec;
    int sum = spec.numeric().size();
    for (int k = 0; k < spec.categories().size(); k++) {
      int size = spec.categories().get(k).size();
      if (embeddingSizes.isEmpty()) {
        sum += size - 1;
      } else {
        int columns = embeddingSizes.get(k);
        tables.add(child("category-" + k, new Lookup(size, columns, UNSEEN_ZERO)));
        sum += columns;
      }
    }
    this.width = sum;
  }

  /**
   * One channel an id but 0.
   *
   * @throws org.braidml.api.SpecException if nothing is left: no number, and no category with a
   *     value
   */
  static CategoryBlock oneHot(StaticSpec spec, BuildContext context) {
    CategoryBlock block = new CategoryBlock(spec, List.of());
    if (block.width == 0) {
      throw context.refuse(
          "the field \""
              + spec.name()
              + "\" tells examples by nothing: no number, and categories without any value in the"
              + " training rows",
          "give the field other columns, or leave the encoder out");
    }
    return block;
  }

  /** A learned vector an id, of a width for each category. */
  static CategoryBlock embedding(StaticSpec spec, List<Integer> sizes) {
    return new CategoryBlock(spec, sizes);
  }

  /** One or the other, as configured. */
  static CategoryBlock of(
      StaticSpec spec, CategoryCoding coding, int embeddingSize, BuildContext context) {
    return coding == CategoryCoding.ONE_HOT
        ? oneHot(spec, context)
        : embedding(spec, Collections.nCopies(spec.categories().size(), embeddingSize));
  }

  int width() {
    return width;
  }

  NDArray forward(Pass pass, StaticFeatures input) {
    NDArray numeric = input.numeric();
    NDArray categories = input.categories();
    NDList parts = new NDList();
    if (numeric != null) {
      parts.add(numeric);
    }
    DataType type = numeric == null ? DataType.FLOAT32 : numeric.getDataType();
    for (int k = 0; categories != null && k < spec.categories().size(); k++) {
      NDArray ids = categories.get(new NDIndex(":, {}", k));
      if (!tables.isEmpty()) {
        parts.add(tables.get(k).forward(pass, ids));
      } else if (spec.categories().get(k).size() > 1) {
        parts.add(channels(ids, spec.categories().get(k).size(), type));
      }
    }
    return Beside.of(parts);
  }

  private static NDArray channels(NDArray ids, int size, DataType type) {
    return OneHot.of(ids, size, type).get(new NDIndex(":, 1:"));
  }
}
