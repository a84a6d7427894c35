package org.braidml.runner.run;

import java.io.IOException;

/** A checkpoint was read, and is not what was written. One that cannot be read may well be. */
final class DamagedCheckpointException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedCheckpointException(String message) {
    super(message);
  }
}
