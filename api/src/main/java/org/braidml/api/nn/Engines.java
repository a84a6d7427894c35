package org.braidml.api.nn;

import ai.djl.engine.Engine;
import java.util.List;

/**
 * Engines by name. DJL itself prefers an engine by rank, so never ask it for the default one.
 *
 * <p>A training pass is one that {@link Gradients#backward} records, on both engines: in one that
 * nobody records MXNet drops nothing.
 */
public final class Engines {

  /** DJL also registers a remote one, which cannot train. */
  private static final List<String> SUPPORTED = List.of("MXNet", "PyTorch");

  private Engines() {}

  /** Returns the names of the supported engines on the class path, sorted. */
  public static List<String> available() {
    return SUPPORTED.stream().filter(Engine::hasEngine).toList();
  }

  /**
   * Returns an engine, loading its native library on the first call.
   *
   * @param name {@code MXNet} or {@code PyTorch}
   * @throws IllegalArgumentException if there is none of this name; lists those found
   */
  public static Engine get(String name) {
    if (!available().contains(name)) {
      throw new IllegalArgumentException(
          "no engine is named \""
              + name
              + "\"; on the class path: "
              + String.join(", ", available()));
    }
    return Engine.getEngine(name);
  }

  /** Returns whether an engine is PyTorch: the one question where this package tells them apart. */
  static boolean isPyTorch(Engine engine) {
    return engine.getEngineName().equals("PyTorch");
  }

  /**
   * Seeds the engine's random numbers, which dropout draws from. They are global to the process.
   *
   * @param engine of {@link #get}
   * @param seed all 64 bits count
   */
  public static void seed(Engine engine, long seed) {
    engine.setRandomSeed((int) (Streams.mix(seed) >>> 33));
  }
}
