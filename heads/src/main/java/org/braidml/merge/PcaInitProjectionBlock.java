package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import java.util.Map;
import org.braidml.api.FittedBlock;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Linear;

/** {@code W x + b}, {@code (B, M) -> (B, size)}, set once to principal components. */
final class PcaInitProjectionBlock extends ProjectionBlock implements FittedBlock {

  private final int inputWidth;
  private final int warmUpEpochs;
  private final Linear map;

  PcaInitProjectionBlock(PcaInitProjectionConfig config, int inputWidth) {
    this.inputWidth = inputWidth;
    this.warmUpEpochs = config.warmUpEpochs();
    this.map = child("map", new Linear(inputWidth, config.size()));
  }

  @Override
  public int width() {
    return map.outputWidth();
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    pass.observe(this, encoding);
    return map.forward(pass, encoding);
  }

  @Override
  public int epochsBeforeFit() {
    return warmUpEpochs;
  }

  @Override
  public Fit startFit() {
    return new PcaFit();
  }

  /** Sums the covariance of encodings. */
  private final class PcaFit implements Fit {

    private final Covariance covariance = new Covariance(inputWidth);

    @Override
    public void add(NDArray input) {
      NDArray doubles = input.toType(DataType.FLOAT64, false);
      covariance.add(doubles.toDoubleArray());
    }

    @Override
    public Fitted end() {
      PrincipalComponents found = PrincipalComponents.of(covariance, width());
      String summary =
          String.format(
              Locale.ROOT,
              "%d of %d components, %.1f %% of variance",
              width(),
              inputWidth,
              100 * found.share());
      return new Fitted(
          Map.of("map.weight", found.components(), "map.bias", found.bias(covariance.mean())),
          summary);
    }
  }
}
