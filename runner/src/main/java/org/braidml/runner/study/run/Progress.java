package org.braidml.runner.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.train.PlainProgress;

/** How far a study is, for the views. */
final class Progress {

  private final StudyPlan plan;
  private final int jobs;
  private final List<TrialResult> ended = new ArrayList<>();
  private final Map<String, Map<Long, Boolean>> running = new HashMap<>();
  private long began = System.nanoTime();
  private int before;

  Progress(StudyPlan plan, int jobs) {
    this.plan = plan;
    this.jobs = jobs;
  }

  void started(List<TrialResult> results) {
    ended.addAll(results);
    before = results.size();
    began = System.nanoTime();
  }

  void trialStarted(PlannedVariant variant, long seed) {
    running.computeIfAbsent(variant.name(), key -> new HashMap<>()).put(seed, true);
  }

  void trialEnded(TrialResult result) {
    running.getOrDefault(result.variant(), new HashMap<>()).remove(result.seed());
    ended.add(result);
  }

  /** Returns one letter a seed: {@code .} waits, {@code >} runs, {@code +} done, {@code x} not. */
  String letters(PlannedVariant variant) {
    StringBuilder letters = new StringBuilder();
    for (long seed : plan.seedList()) {
      char letter = running.getOrDefault(variant.name(), Map.of()).containsKey(seed) ? '>' : '.';
      for (TrialResult result : of(variant)) {
        if (result.seed() == seed) {
          letter = result.done() ? '+' : 'x';
        }
      }
      letters.append(letter);
    }
    return letters.toString();
  }

  private List<TrialResult> of(PlannedVariant variant) {
    return ended.stream().filter(result -> result.variant().equals(variant.name())).toList();
  }

  /** Returns the mean of the metric on the validation rows so far. */
  OptionalDouble mean(PlannedVariant variant) {
    return of(variant).stream()
        .filter(TrialResult::done)
        .map(result -> result.validation().get(plan.metric()))
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  /** Returns whether no other variant has a better mean so far. */
  boolean best(PlannedVariant variant) {
    OptionalDouble mine = mean(variant);
    double sign = plan.higherIsBetter() ? 1 : -1;
    return mine.isPresent()
        && plan.variants().stream()
            .map(this::mean)
            .allMatch(m -> m.isEmpty() || sign * m.getAsDouble() <= sign * mine.getAsDouble());
  }

  /** Returns a line: {@code 39 of 70 done, 1 failed, 2:10 so far, about 1:45 left}. */
  String line() {
    long failed = ended.stream().filter(result -> !result.done()).count();
    return count()
        + " trials"
        + (failed > 0 ? ", " + failed + " failed" : "")
        + ", "
        + PlainProgress.duration(seconds())
        + " so far"
        + left();
  }

  String count() {
    return ended.size() + " of " + plan.trials();
  }

  /** Returns the time left in words, once a trial of this session has ended. */
  String left() {
    int done = ended.size() - before;
    int remaining = plan.trials() - ended.size();
    if (done == 0 || remaining == 0) {
      return "";
    }
    double each = Math.max(seconds() / (double) done, 1.0 / jobs);
    return ", about " + PlainProgress.duration(Math.round(each * remaining)) + " left";
  }

  private long seconds() {
    return (System.nanoTime() - began) / 1_000_000_000L;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
