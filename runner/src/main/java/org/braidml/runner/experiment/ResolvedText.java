package org.braidml.runner.experiment;

import com.typesafe.config.ConfigRenderOptions;
import org.braidml.api.config.Rendered;

/** An experiment written out with every default: what {@code resolved.conf} holds. */
public final class ResolvedText {

  private static final ConfigRenderOptions HOCON =
      ConfigRenderOptions.defaults().setOriginComments(false).setComments(false).setJson(false);

  private ResolvedText() {}

  /** Returns the text; reading it gives an equal experiment. */
  public static String of(ExperimentConfig config) {
    return Rendered.of(config).render(HOCON);
  }
}
