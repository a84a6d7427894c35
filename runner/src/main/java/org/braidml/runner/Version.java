package org.braidml.runner;

/** The version of this program. */
public final class Version {

  /** As the jar's manifest states it; {@code development} when run from classes. */
  public static final String BRAID = read();

  private Version() {}

  private static String read() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
