package org.braidml.runner.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.braidml.api.plugin.Providers;
import org.braidml.runner.plugin.Notice;
import org.braidml.runner.plugin.PluginPath;

/** Builds the injector of the program, once a process. */
public final class Wiring {

  /** Guice logs what a module throws, with its trace, before it is told; held so that it stays. */
  private static final Logger GUICE = Logger.getLogger(Guice.class.getName());

  private Wiring() {}

  /**
   * Discovers plug-ins on a class path and wires the program, third parties' modules included. A
   * module that throws, or binds what is bound already, is left out and told with its jar.
   */
  public static Injector wire(PluginPath path) {
    GUICE.setLevel(Level.WARNING);
    WiredPlugins found = WiredPlugins.of(path);
    Providers<Module> providers = Providers.of(Module.class, path.loader(), path.withheld());
    List<Notice> notices = new ArrayList<>(found.notices());
    WiredPlugins.add(providers.refused(), notices);
    List<ThirdPartyModule> modules = providers.made().stream().map(ThirdPartyModule::new).toList();
    try {
      return injector(found, modules, notices);
    } catch (CreationException | LinkageError e) {
      if (modules.isEmpty()) {
        throw e;
      }
    }
    return injector(found, sound(found, modules, notices), notices);
  }

  /** Returns the modules that go with the program and with those before them. */
  private static List<ThirdPartyModule> sound(
      WiredPlugins found, List<ThirdPartyModule> modules, List<Notice> notices) {
    List<ThirdPartyModule> sound = new ArrayList<>();
    for (ThirdPartyModule module : modules) {
      sound.add(module);
      try {
        injector(found, sound, List.of());
      } catch (CreationException | LinkageError e) {
        sound.remove(module);
        notices.add(
            Notice.broken(
                module.jar(),
                "the Guice module " + module.type() + " fails: " + said(e),
                "it is left out; tell its author, or take the jar out"));
      }
    }
    return sound;
  }

  private static String said(Throwable e) {
    Throwable cause = e;
    String text = String.valueOf(e.getMessage());
    if (e instanceof CreationException creation) {
      Message first = creation.getErrorMessages().iterator().next();
      text = first.getMessage();
      cause = first.getCause();
    }
    if (cause != null && cause != e && cause.getMessage() != null) {
      text = cause.getMessage();
    }
    return text.lines().findFirst().orElse(text).strip().replaceFirst("\\.$", "");
  }

  private static Injector injector(
      WiredPlugins found, List<ThirdPartyModule> modules, List<Notice> notices) {
    List<Module> all = new ArrayList<>();
    all.add(new BraidModule(found.registry()));
    WiredPlugins wired = new WiredPlugins(found.path(), found.registry(), modules, notices);
    all.add(binder -> binder.bind(WiredPlugins.class).toInstance(wired));
    modules.forEach(module -> all.add(module.module()));
    return Guice.createInjector(Stage.PRODUCTION, all);
  }
}
