package org.braidml.api.plugin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A class that a service file names and that cannot be used.
 *
 * @param jar the file name of the jar or class folder
 * @param type the name of the class
 * @param what what is wrong, naming the class
 * @param remedy what to do
 */
public record Refusal(String jar, String type, String what, String remedy) {

  private static final String MEND = "tell its author, or take the jar out";

  /** A class that does not load, or does not become an object of the SPI. */
  static Refusal of(Class<?> spi, String jar, String type, ClassLoader loader) {
    try {
      Class<?> found = Class.forName(type, false, loader);
      String kind = spi.getSimpleName();
      if (!spi.isAssignableFrom(found)) {
        return new Refusal(
            jar,
            type,
            type + " does not implement " + spi.getName(),
            "implement " + kind + ", or take the line out of its service file");
      }
      boolean makeable =
          Arrays.stream(found.getConstructors()).anyMatch(one -> one.getParameterCount() == 0);
      return makeable
          ? new Refusal(
              jar,
              type,
              type + " is not given by ServiceLoader",
              "write one class name a line into " + ServiceFile.FOLDER + spi.getName())
          : new Refusal(
              jar,
              type,
              type + " has no public constructor without arguments",
              "add one: a plug-in is made by ServiceLoader");
    } catch (ClassNotFoundException e) {
      return new Refusal(
          jar,
          type,
          ServiceFile.FOLDER + spi.getName() + " names " + type + ", which is not there",
          "correct the service file, or put the class into the jar");
    } catch (LinkageError e) {
      return unlinked(jar, type, e);
    }
  }

  /** A class whose constructor, or a method of it that is called at once, throws. */
  static Refusal thrown(String jar, String type, String where, Throwable cause) {
    return cause instanceof LinkageError
        ? unlinked(jar, type, cause)
        : new Refusal(jar, type, where + " of " + type + " throws: " + said(cause), MEND);
  }

  /** A class whose id no configuration file could name. */
  static Refusal misnamed(String jar, String type, @Nullable String id) {
    return new Refusal(
        jar,
        type,
        "the id of " + type + ", \"" + id + "\", is not kebab-case",
        "name it like moving-average: lower-case words with - between");
  }

  private static Refusal unlinked(String jar, String type, Throwable e) {
    if (e instanceof NoClassDefFoundError && e.getCause() instanceof ClassNotFoundException) {
      return new Refusal(
          jar,
          type,
          type
              + " needs "
              + String.valueOf(e.getMessage()).replace('/', '.')
              + ", which is not there",
          "put the jar that holds it beside this one");
    }
    return new Refusal(
        jar,
        type,
        type + " does not link: " + said(e),
        "build it again with this version of Braid, " + ApiVersion.CURRENT);
  }

  /** Returns the message of the innermost cause, or its kind if it has none. */
  static String said(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  @Override
  public String toString() {
    return jar + ": " + what + "; " + remedy;
  }
}
