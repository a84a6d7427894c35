package com.example.braid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.api.nn.Dropout;
import org.jspecify.annotations.Nullable;

/**
 * Two dilated causal convolutions beside a shortcut, {@code (B, T, F) -> (B, T, C)}: {@code y =
 * relu(x + f(f(x)))}, where f is a convolution, a rectifier and dropout of channels. Where widths
 * differ, x first goes through a convolution of one step. Bai, Kolter, Koltun, 2018, figure 1b.
 */
final class ResidualBlock extends TypedBlock {

  private final Conv1d first;
  private final Conv1d second;
  private final @Nullable Conv1d shortcut;
  private final double dropout;

  ResidualBlock(int width, int channels, int kernel, int dilation, double dropout) {
    Conv1d.Window window = new Conv1d.Window(kernel, 1, dilation, Conv1d.Padding.CAUSAL);
    first = child("first", new Conv1d(width, channels, window));
    second = child("second", new Conv1d(channels, channels, window));
    shortcut = width == channels ? null : child("shortcut", oneStep(width, channels));
    this.dropout = dropout;
  }

  private static Conv1d oneStep(int width, int channels) {
    return new Conv1d(width, channels, new Conv1d.Window(1, 1, 1, Conv1d.Padding.CAUSAL));
  }

  Sequence forward(Pass pass, Sequence x) {
    Sequence h = convolve(pass, second, convolve(pass, first, x));
    Sequence kept = shortcut == null ? x : shortcut.forward(pass, x);
    return x.withValues(Activation.RELU.apply(kept.values().add(h.values())));
  }

  /** The lengths stay those of x: at stride 1, causal padding leaves a result a step. */
  private Sequence convolve(Pass pass, Conv1d convolution, Sequence x) {
    NDArray y = Activation.RELU.apply(convolution.forward(pass, x).values());
    if (dropout == 0 || !pass.training()) {
      return x.withValues(y);
    }
    Shape channels = new Shape(y.getShape().get(0), 1, y.getShape().get(2));
    NDArray ones = y.getManager().ones(channels, y.getDataType());
    return x.withValues(y.mul(Dropout.apply(pass, ones, dropout)));
  }
}
