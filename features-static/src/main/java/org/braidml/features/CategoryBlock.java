package org.braidml.features;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Lookup;
import org.braidml.api.nn.OneHot;

/** Numbers {@code (B, S)} and category ids {@code (B, K)} {@code ->} numbers {@code (B, width)}. */
final class CategoryBlock extends TypedBlock {

  private final StaticSpec spec;
  private final List<Lookup> tables = new ArrayList<>();
  private final int width;

  CategoryBlock(StaticSpec spec, CategoryCoding coding, int embeddingSize) {
    this.spec = spec;
    int sum = spec.numeric().size();
    for (int k = 0; k < spec.categories().size(); k++) {
      int size = spec.categories().get(k).size();
      if (coding == CategoryCoding.EMBEDDING) {
        tables.add(child("category-" + k, new Lookup(size, embeddingSize)));
        sum += embeddingSize;
      } else {
        sum += size;
      }
    }
    this.width = sum;
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
    for (int k = 0; categories != null && k < spec.categories().size(); k++) {
      NDArray ids = categories.get(new NDIndex(":, {}", k));
      DataType type = numeric == null ? DataType.FLOAT32 : numeric.getDataType();
      parts.add(
          tables.isEmpty()
              ? OneHot.of(ids, spec.categories().get(k).size(), type)
              : tables.get(k).forward(pass, ids));
    }
    return parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
  }
}
