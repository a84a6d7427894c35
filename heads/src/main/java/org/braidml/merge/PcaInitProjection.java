package org.braidml.merge;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * A learned reduction of dimensions that starts as principal components: an affine map {@code y = W
 * x + b}, {@code (B, M) -> (B, size)}, {@code size <= M}. K. Pearson, On lines and planes of
 * closest fit to systems of points in space, 1901; H. Hotelling, Analysis of a complex of
 * statistical variables into principal components, 1933.
 *
 * <p>For {@code warm-up-epochs} epochs it trains as {@link LinearProjection} does, from the same
 * kind of start. Then, once, the encodings {@code x} of all training rows are computed in
 * evaluation mode, and
 *
 * <pre>
 *   W  = the eigenvectors of cov(x) of the size greatest eigenvalues, one a row, greatest first
 *   b  = -W mean(x)                       so that y = W (x - mean(x))
 * </pre>
 *
 * The number of a component that is greatest in absolute value is positive, so that components do
 * not flip from engine to engine. What the optimizer knew of {@code W} and {@code b} is forgotten,
 * and training goes on; they are parameters like any others.
 *
 * <ul>
 *   <li>The best epoch may be one of the warm-up: what is saved is then the map before it was
 *       fitted. {@code training.early-stopping.patience} of {@code warm-up-epochs} or more keeps
 *       training from stopping before the fit.
 *   <li>Of fewer rows than components, the last components have no variance; they are orthonormal
 *       like the others.
 *   <li>The covariance is summed on the host in double precision: {@code M x M} numbers, {@code M x
 *       M} multiplications a row.
 * </ul>
 *
 * <pre>{@code
 * projections = [{ type = pca-init, size = 16, warm-up-epochs = 3 }]
 * }</pre>
 */
public final class PcaInitProjection implements Projection<PcaInitProjectionConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PcaInitProjection() {}

  @Override
  public String id() {
    return "pca-init";
  }

  @Override
  public Class<PcaInitProjectionConfig> configType() {
    return PcaInitProjectionConfig.class;
  }

  @Override
  public ProjectionBlock build(
      PcaInitProjectionConfig config, EncodingSpec input, BuildContext context) {
    if (config.size() > input.width()) {
      throw context.refuse(
          "the encoding \""
              + input.name()
              + "\" is "
              + input.width()
              + " wide, and so has no "
              + config.size()
              + " principal components",
          "set size to " + input.width() + " or less");
    }
    return new PcaInitProjectionBlock(config, input.width());
  }
}
