package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Set;
import java.util.stream.Collectors;
import org.braidml.api.plugin.Registry;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code type} or {@code kind} chooses from, for messages.
 *
 * @param noun what is chosen
 * @param refusal what is said of an id that is none
 * @param spi of the plug-in, if it is one that is chosen
 * @param registry the plug-ins, if it is one that is chosen
 */
record Kind(String noun, String refusal, @Nullable Class<?> spi, @Nullable Registry registry) {

  /** The plug-ins of an SPI. */
  static Kind of(Class<?> spi, Registry registry) {
    String noun = spi.getSimpleName();
    return new Kind(noun, "no " + noun + " has this id", spi, registry);
  }

  /** The records of a sealed interface, such as {@code OptimizerConfig}. */
  static Kind of(Class<?> sealed, String key) {
    String noun = Names.kebab(sealed.getSimpleName()).replaceFirst("-config$", "");
    return new Kind(noun, "not a " + key + " of " + noun, null, null);
  }

  Problem missing(ConfigObject object, String key, String path, Set<String> ids) {
    String slip =
        object.keySet().stream()
            .filter(written -> !written.equals(key) && Nearest.distance(written, key) <= 1)
            .map(written -> "is \"" + written + "\" meant to be " + key + '?')
            .findFirst()
            .orElse(null);
    Problem.Builder problem =
        Problem.at(Names.join(path, key))
            .what("missing: it chooses the " + noun)
            .where(Origins.where(object))
            .remedy(slip);
    return (registry == null ? problem.choices("", ids) : problem.found("", ids)).build();
  }

  Problem unknown(ConfigValue value, String path, Set<String> ids) {
    String id = String.valueOf(value.unwrapped());
    Problem.Builder problem =
        Problem.at(path).value(Origins.shown(value)).what(refusal).where(Origins.where(value));
    if (registry == null || spi == null) {
      return problem.choices(id, ids).build();
    }
    Problem clash = registry.clash(spi, id).map(Registry.Clash::problem).orElse(null);
    return clash == null
        ? problem.found(id, ids).remedy(remedy(id, registry)).build()
        : problem
            .what(clash.what() + ": " + String.valueOf(clash.where()).replace('\n', ' '))
            .remedy(clash.remedy())
            .build();
  }

  private static String remedy(String id, Registry registry) {
    String others =
        registry.entries().stream()
            .filter(entry -> entry.id().equals(id))
            .map(entry -> entry.spi().type().getSimpleName())
            .collect(Collectors.joining(" and "));
    return others.isEmpty()
        ? "an id comes from a jar on the class path; `braid plugins` shows each with its jar"
        : '"' + id + "\" is a " + others + ", which has no place here";
  }
}
