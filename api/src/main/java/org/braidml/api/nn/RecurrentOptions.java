package org.braidml.api.nn;

/**
 * Sizes of a {@link RecurrentStack}.
 *
 * @param kind which recurrence
 * @param inputWidth {@code F}
 * @param hiddenSize {@code H}, of each direction
 * @param layers at least 1
 * @param bidirectional whether a second recurrence reads each layer's input from its end
 * @param dropout in [0, 1), between layers only
 * @param forgetBias what the bias of the forget gate starts from, 1 by R. Jozefowicz, W. Zaremba,
 *     I. Sutskever, An empirical exploration of recurrent network architectures, 2015; a GRU has no
 *     such gate
 */
public record RecurrentOptions(
    Kind kind,
    int inputWidth,
    int hiddenSize,
    int layers,
    boolean bidirectional,
    double dropout,
    double forgetBias) {

  /** Checks the ranges. */
  public RecurrentOptions {
    Widths.requirePositive("input width", inputWidth);
    Widths.requirePositive("hidden size", hiddenSize);
    Widths.requirePositive("layers", layers);
    Dropout.requireRate(dropout);
  }

  /** Which recurrence. */
  public enum Kind {
    /** S. Hochreiter, J. Schmidhuber, 1997, with the forget gate of F. Gers et al., 2000. */
    LSTM(4, 2),
    /** K. Cho et al., 2014, with the reset gate applied after the recurrent map. */
    GRU(3, 1);

    private final int gates;
    private final int states;

    Kind(int gates, int states) {
      this.gates = gates;
      this.states = states;
    }

    /** Returns how many gates the parameters hold, one under another. */
    int gates() {
      return gates;
    }

    /** Returns how many arrays the state has: hidden, and of an LSTM the cell. */
    int states() {
      return states;
    }
  }
}
