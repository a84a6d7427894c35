package org.braidml.runner.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where Braid is: a source tree, or a distribution. The launcher says so. */
final class BraidFolder {

  private BraidFolder() {}

  /** Returns Braid's folder; without a launcher, the current one. */
  static Path home() {
    return Path.of(System.getProperty("braid.home", "")).toAbsolutePath();
  }

  /** Returns the launcher, from Braid's folder. */
  static String launcherInside() {
    return Files.exists(home().resolve("bin/braid")) ? "bin/braid" : "braid";
  }

  /** Returns the current folder, or the one around Braid's sources if that is within them. */
  static Path outside() {
    Path here = Path.of("").toAbsolutePath();
    Path around = home().getParent();
    boolean sources = Files.isDirectory(home().resolve("runner/src"));
    return sources && around != null && here.startsWith(home()) ? around : here;
  }
}
