package org.braidml.runner.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** Builds the injector of the program, once a process. */
public final class Wiring {

  private Wiring() {}

  /** Discovers plug-ins on a class path and wires the program, third parties' modules included. */
  public static Injector wire(ClassLoader loader) {
    Discovery discovery = Discovery.on(loader);
    List<Module> modules = new ArrayList<>();
    modules.add(new BraidModule(discovery, new Registry(discovery.found())));
    ServiceLoader.load(Module.class, loader).forEach(modules::add);
    return Guice.createInjector(Stage.PRODUCTION, modules);
  }
}
