package org.braidml.runner.run;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Sets variables that native libraries read when they load; Java itself can only read its
 * environment.
 */
final class NativeEnvironment {

  private NativeEnvironment() {}

  /** The C library, where it is POSIX. */
  interface PosixC extends Library {
    /** Sets a variable of this process. */
    int setenv(String name, String value, int overwrite);
  }

  /** The C runtime of Windows. */
  interface WindowsC extends Library {
    /** Sets a variable of this process, given as {@code NAME=value}. */
    int _putenv(String assignment);
  }

  /** Sets a variable for native libraries that are loaded from now on. */
  static void set(String name, String value) {
    int failed =
        Platform.isWindows()
            ? Native.load("msvcrt", WindowsC.class)._putenv(name + "=" + value)
            : Native.load("c", PosixC.class).setenv(name, value, 1);
    if (failed != 0) {
      throw new IllegalStateException("cannot set " + name + " for native libraries");
    }
  }
}
