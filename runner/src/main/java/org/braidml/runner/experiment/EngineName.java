package org.braidml.runner.experiment;

import java.util.Locale;

/** The engines, as configuration names them. */
public enum EngineName {
  /** MXNet, or PyTorch on a platform for which MXNet has no build. */
  AUTO("auto"),
  /** Apache MXNet. */
  MXNET("MXNet"),
  /** PyTorch. */
  PYTORCH("PyTorch");

  private final String djlName;

  EngineName(String djlName) {
    this.djlName = djlName;
  }

  /** Returns the name that DJL knows the engine by. */
  public String djlName() {
    return djlName;
  }

  @Override
  public String toString() {
    return djlName;
  }

  /** Returns a real engine: MXNet for {@link #AUTO} where it has a build, PyTorch elsewhere. */
  public EngineName resolved() {
    if (this != AUTO) {
      return this;
    }
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return arch.equals("amd64") || arch.equals("x86_64") ? MXNET : PYTORCH;
  }
}
