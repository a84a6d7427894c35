package org.braidml.runner.train;

import java.util.List;
import org.braidml.api.run.EpochReport;

/**
 * Where training stands, apart from its arrays. With them it is all that training needs to go on as
 * if it had never stopped: the order of examples and every random number follow from the seed of
 * the run, the epoch and the step.
 *
 * @param epoch that is under way, from 1; one more than there are when training has ended
 * @param batch how many batches of it are done; 0: what comes before an epoch is still to come
 * @param steps since the start of the run
 * @param optimizerSteps as the optimizer counts them
 * @param sums over the batches of the epoch
 * @param rate what the schedule remembers
 * @param stopping what early stopping remembers
 * @param epochs a report of each epoch before
 */
public record TrainingState(
    int epoch,
    int batch,
    long steps,
    long optimizerSteps,
    EpochSums sums,
    RateState rate,
    StoppingState stopping,
    List<EpochReport> epochs) {

  public TrainingState {
    epochs = List.copyOf(epochs);
  }
}
