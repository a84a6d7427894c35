package org.braidml.runner.study.run;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pass;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Scalars;

/** A projection that does nothing, except in the trials of some seeds, where it goes wrong. */
public final class PlantedFault implements Projection<PlantedFault.Config> {

  /**
   * Where what goes wrong.
   *
   * @param crash the seed whose process dies
   * @param nan the seed whose encodings are not numbers
   * @param outOfMemory the seed that fills the heap
   */
  public record Config(int crash, int nan, int outOfMemory) {}

  @Override
  public String id() {
    return "planted-fault";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public ProjectionBlock build(Config config, EncodingSpec input, BuildContext context) {
    return new ProjectionBlock() {
      @Override
      public int width() {
        return input.width();
      }

      @Override
      public NDArray forward(Pass pass, NDArray encoding) {
        if (isSeed(config.crash)) {
          Runtime.getRuntime().halt(139);
        }
        if (isSeed(config.outOfMemory)) {
          List<long[]> kept = new ArrayList<>();
          while (kept.size() < 1 << 20) {
            kept.add(new long[1 << 22]);
          }
        }
        return isSeed(config.nan) ? Scalars.mul(encoding, Float.NaN) : encoding;
      }
    };
  }

  private static boolean isSeed(int seed) {
    String command = System.getProperty("sun.java.command", "");
    return command.contains("seed-" + seed + " ");
  }
}
