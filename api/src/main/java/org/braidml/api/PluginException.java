package org.braidml.api;

import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Spi;

/**
 * A plug-in failed where it should not: it threw while it built its block or computed, or gave
 * something of another size than it declared. The message names id, class, jar and place.
 */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A fault without a cause.
   *
   * @param plugin at fault
   * @param path of its box in the configuration
   * @param what it did, in words that follow its name
   */
  public PluginException(Plugin<?> plugin, String path, String what) {
    super(message(plugin, path, what, ""));
  }

  private PluginException(Plugin<?> plugin, String path, String what, Throwable cause) {
    super(message(plugin, path, what + ": " + said(cause), first(cause)), cause);
  }

  /** A fault whose cause was thrown within the plug-in, or below it. */
  public static PluginException thrown(
      Plugin<?> plugin, String path, String what, Throwable cause) {
    return new PluginException(plugin, path, what, cause);
  }

  private static String message(Plugin<?> plugin, String path, String what, String frame) {
    Class<?> type = plugin.getClass();
    Spi spi = Spi.of(plugin);
    String version = Discovery.version(type);
    return "the "
        + spi.key()
        + " \""
        + plugin.id()
        + "\" "
        + what
        + "\nat "
        + path
        + "\nclass "
        + type.getName()
        + " in "
        + Discovery.jar(type)
        + (version.equals("unknown") ? "" : ", version " + version)
        + frame
        + "\nrun the plug-in's contract test ("
        + spi.type().getSimpleName()
        + "Contract), or choose another type";
  }

  private static String said(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String first(Throwable cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    if (frames.length == 0) {
      return "";
    }
    StackTraceElement frame = frames[0];
    String place = frame.getFileName() + ":" + frame.getLineNumber();
    return "\nthrown by "
        + (frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")");
  }
}
