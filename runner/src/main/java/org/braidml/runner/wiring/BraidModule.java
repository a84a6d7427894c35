package org.braidml.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import org.braidml.api.plugin.Registry;
import org.braidml.api.plugin.Spi;
import org.braidml.api.run.MetricSink;
import org.braidml.api.run.Reporter;
import org.braidml.runner.cache.PreparedCache;
import org.braidml.runner.report.HtmlReporter;
import org.braidml.runner.report.JsonReporter;

/**
 * What every command shares: the plug-ins that were discovered, by SPI and id, and who hears of
 * runs. A plug-in's own module may add {@link MetricSink}s and {@link Reporter}s to the
 * multibinders.
 */
final class BraidModule extends AbstractModule {

  private final Registry registry;

  BraidModule(Registry registry) {
    this.registry = registry;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().disableCircularProxies();
    for (Spi spi : Spi.ALL) {
      MapBinder<String, Registry.Entry> byId =
          MapBinder.newMapBinder(
              binder(), String.class, Registry.Entry.class, Names.named(spi.key()));
      registry.entries(spi.type()).forEach((id, entry) -> byId.addBinding(id).toInstance(entry));
    }
    Multibinder.newSetBinder(binder(), MetricSink.class);
    Multibinder<Reporter> reporters = Multibinder.newSetBinder(binder(), Reporter.class);
    reporters.addBinding().to(JsonReporter.class);
    reporters.addBinding().to(HtmlReporter.class);
    bind(JsonReporter.class);
    bind(HtmlReporter.class);
    bind(org.braidml.runner.experiment.ExperimentReader.class);
    bind(org.braidml.runner.study.plan.Planner.class);
    bind(PreparedCache.class).toInstance(PreparedCache.of(System.getenv()));
  }

  @Provides
  @Singleton
  Registry registry() {
    return registry;
  }
}
