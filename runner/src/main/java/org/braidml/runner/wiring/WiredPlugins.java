package org.braidml.runner.wiring;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Refusal;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.plugin.Notice;
import org.braidml.runner.plugin.PluginPath;

/**
 * What the class path gave: plug-ins, Guice modules, and what is to be told of jars.
 *
 * @param path the class path, whose folders a process of a trial is given
 * @param registry the plug-ins
 * @param modules third parties' Guice modules
 * @param notices what is to be told, of jars first
 */
public record WiredPlugins(
    PluginPath path, Registry registry, List<ThirdPartyModule> modules, List<Notice> notices) {

  public WiredPlugins {
    modules = List.copyOf(modules);
    notices = List.copyOf(notices);
  }

  static WiredPlugins of(PluginPath path) {
    Discovery discovery = Discovery.on(path.loader(), path.withheld());
    Registry registry = new Registry(discovery.found());
    List<Notice> notices = new ArrayList<>(path.notices());
    add(discovery.refused(), notices);
    registry.clashes().forEach(clash -> notices.add(shared(clash)));
    return new WiredPlugins(path, registry, List.of(), notices);
  }

  /** What the scan of a jar has told of a class is not told again. */
  static void add(List<Refusal> refused, List<Notice> notices) {
    for (Refusal refusal : refused) {
      boolean told =
          notices.stream()
              .filter(notice -> notice.jar().equals(refusal.jar()))
              .anyMatch(notice -> notice.what().contains(refusal.type()));
      if (!told) {
        notices.add(Notice.broken(refusal.jar(), refusal.what(), refusal.remedy()));
      }
    }
  }

  private static Notice shared(Registry.Clash clash) {
    Registry.Entry first = clash.first();
    Registry.Entry second = clash.second();
    return Notice.broken(
        second.jar(),
        second.plugin().getClass().getName()
            + " has the id "
            + second.spi().key()
            + " \""
            + second.id()
            + "\", and so has "
            + first.plugin().getClass().getName()
            + " in "
            + first.jar()
            + ": neither can be used",
        "remove one of the two jars, or rename an id");
  }
}
