package org.braidml.api.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/** How a sequence field becomes values {@code (B, T, F)}; a core choice, not an SPI. */
@Discriminator("type")
@Defaults("input")
public sealed interface InputConfig {

  /**
   * A vector for each token: ids {@code (B, T)} to {@code (B, T, size)}.
   *
   * @param size width of a vector
   * @param vectors a text file of vectors that training starts from, as GloVe and word2vec write
   *     them; it is read when a run begins, which keeps what it needs of it
   * @param trainable whether training changes the vectors
   * @param sparse whether a step changes the vectors of its own tokens alone, as PyTorch's
   *     SparseAdam does, for large vocabularies: the moments of others do not decay
   */
  @Id("embedding")
  record Embedding(
      @Range(min = 1, max = 65536) int size,
      Optional<String> vectors,
      boolean trainable,
      boolean sparse)
      implements InputConfig {

    /** Returns the same with a file that is found from any folder. */
    public Embedding absolute(Path folder) {
      return new Embedding(
          size,
          vectors.map(file -> folder.resolve(file).normalize().toString()),
          trainable,
          sparse);
    }
  }

  /** One channel a token: ids {@code (B, T)} to {@code (B, T, V)}, 1 at the id and 0 elsewhere. */
  @Id("one-hot")
  record OneHot() implements InputConfig {}

  /**
   * A learned affine map of each step: numbers {@code (B, T, F)} to {@code (B, T, size)}.
   *
   * @param size width of the result
   */
  @Id("linear")
  record Linear(@Range(min = 1, max = 65536) int size) implements InputConfig {}
}
