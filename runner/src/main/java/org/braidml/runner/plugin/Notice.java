package org.braidml.runner.plugin;

/**
 * What is to be told of a jar.
 *
 * @param jar its file name, or the folder or service that it is about
 * @param kind how bad it is
 * @param what what is wrong, naming the class if there is one
 * @param remedy what to do
 */
public record Notice(String jar, Kind kind, String what, String remedy) {

  /** How bad it is. */
  public enum Kind {
    /** The jar is not on the class path, or nothing of it is used. */
    REFUSED,
    /** The jar is there, and something of it cannot be used. */
    BROKEN,
    /** All works; told by {@code braid plugins} only. */
    NOTE
  }

  static Notice refused(String jar, String what, String remedy) {
    return new Notice(jar, Kind.REFUSED, what, remedy);
  }

  /** Part of a jar cannot be used. */
  public static Notice broken(String jar, String what, String remedy) {
    return new Notice(jar, Kind.BROKEN, what, remedy);
  }

  /** Returns the notice in one line. */
  public String line() {
    String left = kind == Kind.REFUSED ? "left out: " : "";
    return jar + ": " + left + what + "; " + remedy;
  }
}
