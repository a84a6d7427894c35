package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braidml.api.run.Attention;

/**
 * What a page tells of the attention of one encoder.
 *
 * @param title above it
 * @param check what deletion showed
 * @param examples some rows
 */
public record AttentionSection(String title, String check, List<Example> examples) {

  /** What nobody should read out of weights. */
  public static final String CAUTION =
      "Weights say where the pooling looks, not why the model decides: a state carries what stood"
          + " before and after its step.";

  private static final int NAMED = 5;
  private static final int CHANNELS = 6;

  /** A token and how deep its colour is, in per cent. */
  record Token(String text, int depth) {}

  /** A bar of the strip above a series. */
  record Bar(String x, String width, String opacity) {}

  /**
   * One row.
   *
   * @param title above it
   * @param words what stands for it where it cannot be seen
   * @param tokens of text; empty for a series
   * @param spaced whether blanks stand between tokens
   * @param bars one a step of a series; empty for text
   * @param lines the points of each channel of a series
   */
  record Example(
      String title,
      String words,
      List<Token> tokens,
      boolean spaced,
      List<Bar> bars,
      List<String> lines) {

    boolean series() {
      return !bars.isEmpty();
    }
  }

  /** Makes the section of one encoder. */
  public static AttentionSection of(Attention attention) {
    return new AttentionSection(
        title(attention),
        check(attention),
        attention.examples().stream().map(AttentionSection::example).toList());
  }

  /** Returns which encoder weighed which field. */
  public static String title(Attention attention) {
    return "encoders." + attention.encoder() + ", over " + attention.field();
  }

  /** Returns which row it is, and what the model made of it. */
  public static String title(Attention.Example example) {
    return "Row " + example.row() + (example.said().isEmpty() ? "" : ": " + example.said());
  }

  /** Returns what the deletion check showed, in words. */
  public static String check(Attention attention) {
    Attention.Check check = attention.check();
    if (check == null) {
      return "Deletion was not checked: it takes two rows of five steps, and a head with one value"
          + " a row.";
    }
    String moves =
        "Without the most attended fifth of the steps %s moves by %s in the mean over %s, without a random fifth by %s, without the least attended fifth by %s."
            .formatted(
                check.classes()
                    ? "the probability of the likeliest class or label"
                    : "the prediction",
                Numbers.brief(check.most()),
                Numbers.count(check.rows(), "row"),
                Numbers.brief(check.random()),
                Numbers.brief(check.least()));
    String more =
        "most less random %s, 95 %% interval %s to %s"
            .formatted(
                Numbers.brief(check.most() - check.random()),
                Numbers.brief(check.low()),
                Numbers.brief(check.high()));
    String verdict =
        check.low() > 0
            ? "What is attended matters more than chance here (" + more + ")."
            : "That what is attended matters more than chance is not shown ("
                + more
                + "): do not read these weights as reasons.";
    return moves + " " + verdict;
  }

  private static Example example(Attention.Example example) {
    double greatest = example.weights().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<Token> tokens = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int steps = example.weights().size();
    for (int step = 0; step < steps; step++) {
      double share = greatest > 0 ? example.weights().get(step) / greatest : 0;
      if (!example.tokens().isEmpty()) {
        tokens.add(new Token(example.tokens().get(step), (int) Math.round(60 * share)));
      } else {
        bars.add(
            new Bar(
                number(1000.0 * step / steps),
                number(1000.0 / steps),
                number(0.05 + 0.95 * share)));
      }
    }
    example.series().stream().limit(CHANNELS).forEach(channel -> lines.add(line(channel)));
    return new Example(
        title(example), words(example), tokens, !example.between().isEmpty(), bars, lines);
  }

  /** A channel from edge to edge between 44 and 156 units of height. */
  private static String line(List<Double> channel) {
    double low = channel.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = channel.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    StringBuilder points = new StringBuilder();
    for (int step = 0; step < channel.size(); step++) {
      double share = high > low ? (channel.get(step) - low) / (high - low) : 0.5;
      points
          .append(number(1000.0 * (step + 0.5) / channel.size()))
          .append(',')
          .append(number(156 - 112 * share))
          .append(' ');
    }
    return points.toString().strip();
  }

  private static String words(Attention.Example example) {
    List<String> named =
        IntStream.range(0, example.weights().size())
            .boxed()
            .sorted(Comparator.comparing((Integer step) -> example.weights().get(step)).reversed())
            .limit(NAMED)
            .map(
                step ->
                    "%s %s"
                        .formatted(
                            example.tokens().isEmpty()
                                ? "step " + (step + 1)
                                : "“" + example.tokens().get(step) + "”",
                            Numbers.brief(example.weights().get(step))))
            .toList();
    return named.isEmpty() ? "No steps." : "Most weight: " + String.join(", ", named) + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
