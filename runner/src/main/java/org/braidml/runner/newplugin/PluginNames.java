package org.braidml.runner.newplugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import org.braidml.api.config.Names;
import org.braidml.api.config.Problem;
import org.braidml.api.plugin.Spi;

/**
 * What a new plug-in is called.
 *
 * @param spi what it implements
 * @param id in kebab-case; also the name of its project and jar
 * @param className of its SPI class: the id and, unless it ends so already, the noun of the SPI
 * @param packageName of all its classes
 */
public record PluginNames(Spi spi, String id, String className, String packageName) {

  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String PACKAGE = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*";

  /** The names for an id in kebab-case, in a package of its own. */
  public static PluginNames of(Spi spi, String id) {
    String type = className(spi, id);
    return new PluginNames(spi, id, type, "org.example." + type.toLowerCase(Locale.ROOT));
  }

  /** The same plug-in in another package. */
  public PluginNames in(String newPackage) {
    return new PluginNames(spi, id, className, newPackage);
  }

  private static String className(Spi spi, String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    String noun = spi.type().getSimpleName().replaceAll(".*(?=[A-Z])", "");
    return name.toString().endsWith(noun) ? name.toString() : name + noun;
  }

  /** What keeps an id from being one: it is not kebab-case. */
  public static List<Problem> problemsOfId(String id) {
    if (id.matches(KEBAB)) {
      return List.of();
    }
    String kebab = Names.kebab(id.strip().replace(' ', '-'));
    String like = kebab.matches(KEBAB) ? kebab : "my-encoder";
    return List.of(
        Problem.at("NAME")
            .value('"' + id + '"')
            .what("an id is in kebab-case")
            .remedy("lower-case words of letters and digits with dashes between, such as " + like)
            .build());
  }

  /** What keeps these names from being compiled. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (Spi.ALL.stream().anyMatch(other -> other.type().getSimpleName().equals(className))) {
      problems.add(
          Problem.at("NAME")
              .value('"' + id + '"')
              .what("its class would be called " + className + ", as an interface of Braid is")
              .remedy("say what it does, for example my-" + id)
              .build());
    }
    if (!packageName.matches(PACKAGE) || !SourceVersion.isName(packageName)) {
      problems.add(
          Problem.at("--package")
              .value('"' + packageName + '"')
              .what("not the name of a Java package")
              .remedy("lower-case words with dots between them, for example org.example.box")
              .build());
    }
    return problems;
  }
}
