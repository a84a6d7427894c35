package org.braidml.api.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * What {@link ServiceLoader} gives of a service, and, for each class that a service file names and
 * it does not give, the reason.
 *
 * @param made the providers, in its order
 * @param refused the others
 * @param <T> the service
 */
public record Providers<T>(List<T> made, List<Refusal> refused) {

  /** Whoever cannot be asked for a next provider this often is not asked again. */
  private static final int MOST_FAILURES = 10_000;

  public Providers {
    made = List.copyOf(made);
    refused = List.copyOf(refused);
  }

  /**
   * Makes the providers of a service.
   *
   * @param service what they implement
   * @param loader of the class path
   * @param without jars of which none is made
   */
  public static <T> Providers<T> of(Class<T> service, ClassLoader loader, Set<Path> without) {
    List<T> made = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (ServiceLoader.Provider<T> provider : loaded(service, loader)) {
      Class<? extends T> type = provider.type();
      given.add(type.getName());
      if (Discovery.place(type).filter(without::contains).isEmpty()) {
        make(provider, made, refused);
      }
    }
    for (ServiceFile file : ServiceFile.on(loader, service.getName())) {
      file.types().stream()
          .filter(given::add)
          .forEach(type -> refused.add(Refusal.of(service, file.jar(), type, loader)));
    }
    return new Providers<>(made, refused);
  }

  /** Returns those whose class loads; why another does not is found by its service file. */
  private static <T> List<ServiceLoader.Provider<T>> loaded(Class<T> service, ClassLoader loader) {
    List<ServiceLoader.Provider<T>> loaded = new ArrayList<>();
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(service, loader).stream().iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          return loaded;
        }
        loaded.add(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
      }
    }
    return loaded;
  }

  private static <T> void make(
      ServiceLoader.Provider<T> provider, List<T> made, List<Refusal> refused) {
    Class<?> type = provider.type();
    String jar = Discovery.jar(type);
    try {
      made.add(provider.get());
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      refused.add(Refusal.thrown(jar, type.getName(), "the constructor", cause));
    } catch (LinkageError e) {
      refused.add(Refusal.thrown(jar, type.getName(), "the constructor", e));
    }
  }
}
