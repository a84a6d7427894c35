package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;

/**
 * A table of vectors by id: INT64 {@code (B, T) -> (B, T, D)}, or {@code (B) -> (B, D)}.
 *
 * <p>Parameter: {@code weight (V, D)}, normal with deviation 0.1 unless told otherwise. Ids must
 * have been checked on the host by {@link #checkIds}: out of range, PyTorch throws and MXNet clips
 * silently. The result belongs to the manager of the ids.
 */
public final class Lookup extends TypedBlock {

  private static final Init START = Init.normal(0.1);

  private final int width;
  private final Parameter weight;
  private final boolean sparse;

  /**
   * A table that starts from {@code N(0, 0.1^2)}.
   *
   * @param vocabulary {@code V}, how many ids there are
   * @param width {@code D}
   */
  public Lookup(int vocabulary, int width) {
    this(vocabulary, width, START);
  }

  /** A table with a start of its own. */
  public Lookup(int vocabulary, int width, Init init) {
    this(vocabulary, width, init, true, false);
  }

  private Lookup(int vocabulary, int width, Init init, boolean gradient, boolean sparse) {
    Widths.requirePositive("vocabulary", vocabulary);
    Widths.requirePositive("width", width);
    this.width = width;
    this.sparse = sparse;
    weight =
        gradient
            ? parameter("weight", init, vocabulary, width)
            : constant("weight", init, vocabulary, width);
  }

  /** A table that starts from {@code N(0, 0.1^2)} and that training does not change. */
  public static Lookup frozen(int vocabulary, int width) {
    return new Lookup(vocabulary, width, START, false, false);
  }

  /**
   * A table that starts from {@code N(0, 0.1^2)}, of which a step changes the rows of its batch
   * alone: a training pass needs {@link SparseRows}. The parameter itself takes no gradient.
   */
  public static Lookup sparse(int vocabulary, int width) {
    return new Lookup(vocabulary, width, START, false, true);
  }

  /** Returns {@code D}. */
  public int width() {
    return width;
  }

  /**
   * Looks ids up.
   *
   * @param pass where the table is read
   * @param ids INT64 {@code (B, T)} or {@code (B)}, checked
   */
  public NDArray forward(Pass pass, NDArray ids) {
    return sparse && pass.training()
        ? pass.sparseRows().gather(weight, ids)
        : Rows.gather(pass.value(weight), ids);
  }

  /**
   * Checks ids on the host.
   *
   * @param ids one a row
   * @param vocabulary {@code V}: each id is in {@code [0, V)}
   * @param what the field, for the message
   * @throws IllegalArgumentException names the row and the id
   */
  public static void checkIds(int[] ids, int vocabulary, String what) {
    for (int row = 0; row < ids.length; row++) {
      if (ids[row] < 0 || ids[row] >= vocabulary) {
        throw new IllegalArgumentException(
            what + ": id " + ids[row] + " in row " + row + " is not in [0, " + vocabulary + ")");
      }
    }
  }
}
