package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * A {@link TypedBlock} that sets parameters of its own, once in a run, by what it reads on the
 * training rows: a projection by principal components, for example.
 *
 * <p>In {@code forward} it shows its input by {@link Pass#observe}. Before the epoch after {@link
 * #epochsBeforeFit}, training makes one pass over all training rows in evaluation mode, gives what
 * is shown to a {@link Fit}, sets the parameters that come of it, and forgets what the optimizer
 * knew of them. Where several blocks are fitted before one epoch, they are in the order in which
 * the model evaluates them, each in a pass of its own, so that a later one reads what an earlier
 * one gives when it is fitted.
 *
 * <p>Whether and when it is fitted follows from the epoch alone, and what it was fitted to stands
 * in its parameters: a saved model and a run that resumes need nothing else.
 */
public interface FittedBlock {

  /** Returns how many epochs are trained before the fit; 0: it comes before the first. */
  int epochsBeforeFit();

  /** Starts a fit. */
  Fit startFit();

  /** Collects, in bounded memory, what a block reads. Used by one thread. */
  interface Fit {

    /**
     * Takes in what the block reads of one batch.
     *
     * @param input as it was shown; belongs to the batch, and is closed after this call
     */
    void add(NDArray input);

    /** Ends the fit; there was at least one row. */
    Fitted end();
  }

  /**
   * What came of a fit.
   *
   * @param values new values of some of the block's parameters, by their path in the block
   * @param summary what to tell the user of it, in a few words
   */
  record Fitted(Map<String, double[]> values, String summary) {

    public Fitted {
      values = Map.copyOf(values);
    }
  }
}
