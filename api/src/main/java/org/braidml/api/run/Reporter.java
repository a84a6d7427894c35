package org.braidml.api.run;

import java.io.IOException;

/**
 * Tells the result of a run to somebody: a terminal, a file, a service. Called once, at the end.
 */
public interface Reporter {

  /**
   * Tells a result.
   *
   * @throws IOException if it cannot be told; the run's other files are already whole
   */
  void report(RunReport report) throws IOException;
}
