package org.braidml.runner.wiring;

import com.google.inject.Module;
import org.braidml.api.plugin.Discovery;

/**
 * A Guice module that {@link java.util.ServiceLoader} found.
 *
 * @param module the module
 */
public record ThirdPartyModule(Module module) {

  /** Returns the file name of its jar or class folder. */
  public String jar() {
    return Discovery.jar(module.getClass());
  }

  /** Returns the name of its class. */
  public String type() {
    return module.getClass().getName();
  }
}
