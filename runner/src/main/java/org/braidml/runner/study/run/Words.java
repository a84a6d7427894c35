package org.braidml.runner.study.run;

import org.braidml.api.config.Names;

/** States in words. */
public final class Words {

  private Words() {}

  /** Returns {@code done}, {@code diverged}, {@code failed} or {@code crashed}. */
  public static String of(TrialResult.State state) {
    return Names.ofConstant(state);
  }
}
