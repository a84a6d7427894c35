package org.braidml.api.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braidml.api.graph.Box;

/**
 * Everything that a run has to tell at its end.
 *
 * @param experiment the experiment's name
 * @param run the run's id
 * @param directory the run directory
 * @param seed the run's seed
 * @param environment versions, machine and hashes, as {@code environment.json} holds them
 * @param rows how many rows train, validate and test, by those names
 * @param notes what the data had to tell: duplicates across sides, refused rows
 * @param boxes the model
 * @param parameters how many numbers the model learns
 * @param epochs one report an epoch
 * @param bestEpoch whose parameters were kept; 0 if none was measured
 * @param heads the test results; empty without test rows
 * @param seconds from the start of reading to the end of testing
 * @param details what is shown of single rows; {@link RunDetails#NONE} for nothing
 */
public record RunReport(
    String experiment,
    String run,
    Path directory,
    long seed,
    Map<String, Object> environment,
    Map<String, Integer> rows,
    List<String> notes,
    List<Box> boxes,
    long parameters,
    List<EpochReport> epochs,
    int bestEpoch,
    List<HeadReport> heads,
    double seconds,
    RunDetails details) {

  /** The same with details. */
  public RunReport with(RunDetails shown) {
    return new RunReport(
        experiment,
        run,
        directory,
        seed,
        environment,
        rows,
        notes,
        boxes,
        parameters,
        epochs,
        bestEpoch,
        heads,
        seconds,
        shown);
  }
}
