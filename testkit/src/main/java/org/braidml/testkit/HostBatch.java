package org.braidml.testkit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.braidml.api.Lengths;

/**
 * A batch on the host, the same for every engine: what each port reads, row by row.
 *
 * @param ports the inputs
 * @param time {@code T}
 * @param lengths one a row
 * @param cells by port and row: {@code T * F} numbers of a sequence, {@code F} of anything else
 */
record HostBatch(List<Port> ports, int time, int[] lengths, double[][][] cells) {

  /** Random values, zero in padded positions. */
  static HostBatch draw(List<Port> ports, int time, int[] lengths, RandomGenerator random) {
    double[][][] cells = new double[ports.size()][lengths.length][];
    for (int p = 0; p < ports.size(); p++) {
      for (int row = 0; row < lengths.length; row++) {
        cells[p][row] = row(ports.get(p), time, lengths[row], random);
      }
    }
    return new HostBatch(ports, time, lengths, cells);
  }

  private static double[] row(Port port, int time, int length, RandomGenerator random) {
    double[] row = new double[port.cells(time)];
    int real = port.kind() == Port.Kind.SEQUENCE ? length * port.width() : row.length;
    for (int i = 0; i < real; i++) {
      boolean id = port.kind() == Port.Kind.IDS;
      row[i] = id ? random.nextInt(port.sizes().get(i)) : random.nextDouble(-1.5, 1.5);
    }
    return row;
  }

  int rows() {
    return lengths.length;
  }

  /** The same with large finite noise in padded positions. */
  HostBatch noisy(RandomGenerator random) {
    HostBatch copy = select(identity());
    for (int p = 0; p < ports.size(); p++) {
      for (int row = 0; row < rows() && ports.get(p).kind() == Port.Kind.SEQUENCE; row++) {
        double[] values = copy.cells[p][row];
        for (int i = lengths[row] * ports.get(p).width(); i < values.length; i++) {
          values[i] = 100 * random.nextGaussian();
        }
      }
    }
    return copy;
  }

  /** The same with more padded steps. */
  HostBatch longer(int steps) {
    HostBatch copy = new HostBatch(ports, time + steps, lengths, select(identity()).cells);
    for (int p = 0; p < ports.size(); p++) {
      for (int row = 0; row < rows(); row++) {
        copy.cells[p][row] = Arrays.copyOf(cells[p][row], ports.get(p).cells(time + steps));
      }
    }
    return copy;
  }

  /** Rows of this batch, in the given order. */
  HostBatch select(int... chosen) {
    double[][][] copy = new double[ports.size()][chosen.length][];
    for (int p = 0; p < ports.size(); p++) {
      for (int i = 0; i < chosen.length; i++) {
        copy[p][i] = cells[p][chosen[i]].clone();
      }
    }
    return new HostBatch(ports, time, Arrays.stream(chosen).map(r -> lengths[r]).toArray(), copy);
  }

  /** The same with other values in one row, of the same length. */
  HostBatch replace(int row, RandomGenerator random) {
    HostBatch copy = select(identity());
    for (int p = 0; p < ports.size(); p++) {
      copy.cells[p][row] = row(ports.get(p), time, lengths[row], random);
    }
    return copy;
  }

  /** The same with every step of a row equal to its first. */
  HostBatch steady() {
    HostBatch copy = select(identity());
    for (int p = 0; p < ports.size(); p++) {
      int width = ports.get(p).width();
      for (int row = 0; row < rows() && ports.get(p).kind() == Port.Kind.SEQUENCE; row++) {
        for (int i = width; i < copy.cells[p][row].length; i++) {
          copy.cells[p][row][i] = copy.cells[p][row][i - width];
        }
      }
    }
    return copy;
  }

  /** A copy with one number changed by some amount. */
  HostBatch shifted(int port, int row, int cell, double amount) {
    HostBatch copy = select(identity());
    copy.cells[port][row][cell] += amount;
    return copy;
  }

  private int[] identity() {
    int[] all = new int[rows()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Makes the arrays of this batch in a manager. */
  Inputs on(NDManager manager, DataType type, boolean gradients) {
    Inputs inputs = new Inputs(this, Lengths.of(lengths, time), new ArrayList<>());
    for (int p = 0; p < ports.size(); p++) {
      Port port = ports.get(p);
      Shape shape =
          port.kind() == Port.Kind.SEQUENCE
              ? new Shape(rows(), time, port.width())
              : new Shape(rows(), port.width());
      double[] flat = Arrays.stream(cells[p]).flatMapToDouble(Arrays::stream).toArray();
      DataType cellType = port.kind() == Port.Kind.IDS ? DataType.INT64 : type;
      inputs.arrays().add(HostArrays.create(manager, flat, cellType, shape));
      if (gradients && port.takesGradient()) {
        inputs.arrays().get(p).setRequiresGradient(true);
      }
    }
    return inputs;
  }
}
