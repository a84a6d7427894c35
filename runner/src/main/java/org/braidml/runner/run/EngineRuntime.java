package org.braidml.runner.run;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.Engines;
import org.braidml.runner.experiment.EngineName;

/**
 * An engine that is loaded, with its threads, and the manager that all arrays of a run descend
 * from. Threads act when the native library loads, so they are set once in a process.
 */
public final class EngineRuntime implements AutoCloseable {

  private static final String OFFLINE = "ai.djl.offline";
  private static final String PYTORCH_THREADS = "ai.djl.pytorch.num_threads";

  private final Engine engine;
  private final int threads;
  private final boolean sideBySide;
  private final NDManager manager;

  private EngineRuntime(Engine engine, int threads, boolean sideBySide, NDManager manager) {
    this.engine = engine;
    this.threads = threads;
    this.sideBySide = sideBySide;
    this.manager = manager;
  }

  /**
   * Loads an engine.
   *
   * @param name MXNet or PyTorch
   * @param threads intra-op threads
   * @param device {@code cpu} or {@code gpu(n)}
   * @throws ConfigurationException if the engine or the device is not there
   */
  public static EngineRuntime start(EngineName name, int threads, String device) {
    return start(name, threads, device, false);
  }

  /**
   * Loads an engine.
   *
   * @param sideBySide whether several threads of Java may compute at once ({@link
   *     org.braidml.api.nn.Shards})
   */
  public static EngineRuntime start(
      EngineName name, int threads, String device, boolean sideBySide) {
    System.setProperty(OFFLINE, "true");
    System.setProperty(PYTORCH_THREADS, Integer.toString(threads));
    NativeEnvironment.set("TORCH_CPP_LOG_LEVEL", "ERROR");
    if (name == EngineName.MXNET || sideBySide) {
      NativeEnvironment.set("OMP_NUM_THREADS", Integer.toString(threads));
    }
    if (name == EngineName.MXNET && sideBySide) {
      NativeEnvironment.set("MXNET_ENGINE_TYPE", "NaiveEngine"); // each thread runs its operators
    }
    Engine engine = engine(name);
    Device on = device.equals("cpu") ? Device.cpu() : gpu(engine, device);
    return new EngineRuntime(engine, threads, sideBySide, engine.newBaseManager(on));
  }

  private static Engine engine(EngineName name) {
    try {
      return Engines.get(name.djlName());
    } catch (IllegalArgumentException | ai.djl.engine.EngineException | LinkageError e) {
      throw new ConfigurationException(
          "engine",
          java.util.List.of(
              Problem.at("engine")
                  .value(name.djlName())
                  .what("this engine does not start here: " + e.getMessage())
                  .remedy("set engine = " + (name == EngineName.MXNET ? "PyTorch" : "MXNet"))
                  .build()));
    }
  }

  private static Device gpu(Engine engine, String device) {
    int id = Integer.parseInt(device.replaceAll("\\D", ""));
    if (engine.getGpuCount() <= id) {
      throw new ConfigurationException(
          "device",
          java.util.List.of(
              Problem.at("device")
                  .value('"' + device + '"')
                  .what(engine.getEngineName() + " sees " + engine.getGpuCount() + " GPUs")
                  .remedy("set device = cpu, or add the engine's CUDA natives")
                  .build()));
    }
    return Device.gpu(id);
  }

  /** Returns the engine. */
  public Engine engine() {
    return engine;
  }

  /** Returns how many intra-op threads the engine was given. */
  public int threads() {
    return threads;
  }

  /** Returns whether it was loaded for several threads of Java that compute at once. */
  public boolean sideBySide() {
    return sideBySide;
  }

  /** Returns the manager of the run; closing this runtime closes it. */
  public NDManager manager() {
    return manager;
  }

  /** Returns the engine in a few words, for the head of a run. */
  public String describe() {
    return engine.getEngineName()
        + " "
        + engine.getVersion()
        + ", "
        + threads
        + (threads == 1 ? " thread, " : " threads, ")
        + (manager.getDevice().isGpu() ? "gpu(" + manager.getDevice().getDeviceId() + ')' : "cpu");
  }

  @Override
  public void close() {
    manager.close();
  }
}
