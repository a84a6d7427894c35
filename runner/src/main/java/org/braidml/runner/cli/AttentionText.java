package org.braidml.runner.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braidml.api.run.Attention;
import org.braidml.runner.report.AttentionSection;

/** What the attention of one encoder weighed, on a terminal of 80 columns. */
final class AttentionText {

  private static final int WIDTH = 80;
  private static final int BAR = 28;
  private static final int LISTED = 12;
  private static final int TEXT = 300;
  private static final int TOKEN = 24;

  private AttentionText() {}

  static String of(Attention attention) {
    StringBuilder text = new StringBuilder();
    text.append(Wrapped.text(AttentionSection.title(attention), WIDTH, 2));
    text.append(Wrapped.text(AttentionSection.check(attention), WIDTH, 0));
    attention.examples().forEach(example -> text.append('\n').append(row(example)));
    return text.toString();
  }

  private static String row(Attention.Example example) {
    StringBuilder text = new StringBuilder();
    text.append(Wrapped.text(AttentionSection.title(example), WIDTH, 2));
    if (example.weights().isEmpty()) {
      return text.append("  no steps\n").toString();
    }
    if (!example.tokens().isEmpty()) {
      String whole = visible(String.join(example.between(), example.tokens()));
      text.append(Wrapped.text("  " + cut(whole, TEXT), WIDTH, 0));
    }
    int[] listed =
        IntStream.range(0, example.weights().size())
            .boxed()
            .sorted(Comparator.comparing((Integer step) -> example.weights().get(step)).reversed())
            .limit(LISTED)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    text.append(lines(example, listed));
    int others = example.weights().size() - listed.length;
    if (others > 0) {
      double shown = IntStream.of(listed).mapToDouble(example.weights()::get).sum();
      double all = example.weights().stream().mapToDouble(Double::doubleValue).sum();
      text.append(
          String.format(
              Locale.ROOT,
              "  %,d more %s, %.3f together\n",
              others,
              others == 1 ? "step" : "steps",
              Math.max(0, all - shown)));
    }
    return text.toString();
  }

  /** One line a step, in the order of steps. */
  private static String lines(Attention.Example example, int[] listed) {
    List<String> names =
        IntStream.of(listed).mapToObj(step -> name(example.tokens(), step)).toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    double greatest = IntStream.of(listed).mapToDouble(example.weights()::get).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < listed.length; i++) {
      double weight = example.weights().get(listed[i]);
      int bar = greatest > 0 ? (int) Math.round(BAR * weight / greatest) : 0;
      String line =
          String.format(
              Locale.ROOT,
              "%6d  %-" + width + "s  %.3f  %s",
              listed[i] + 1,
              names.get(i),
              weight,
              "#".repeat(bar));
      text.append(line.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String name(List<String> tokens, int step) {
    return tokens.isEmpty() ? "step" : cut(visible(tokens.get(step)), TOKEN);
  }

  /** Text of data must not move the cursor. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 3) + "..." : text;
  }
}
