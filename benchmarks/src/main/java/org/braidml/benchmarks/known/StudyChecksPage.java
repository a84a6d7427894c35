package org.braidml.benchmarks.known;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The checks as a page. */
final class StudyChecksPage {

  private StudyChecksPage() {}

  static String of(String options, List<NothingDiffers> nothing, List<NamedPooling> poolings) {
    long alarms = nothing.stream().filter(NothingDiffers::alarm).count();
    long named = poolings.stream().filter(NamedPooling::named).count();
    return """
    # Studies whose right answer is known

    Written by `benchmarks/run-study-checks %s`, %s.

    ## Nothing differs

    Two variants that differ in `seed-offset` alone: whatever a study tells of them is a false alarm, and each study may give one with a
    chance of .05. More than 4 in 20 would have a chance of 3 in 1,000. **%d false alarms in %d studies.** Their p-values:

    %s

    ## One pooling is best

    Rows of made words. The states see one word each (a convolution of kernel 1), so that it is the pooling that brings words together.
    A study names the right pooling if it ranks it first by the validation rows, and its sentences say so on the test rows: the right one
    beats the baseline, which is the mean, or, where the mean is right, both others lose to it.
    **%d of %d named the right one.**

    | task | right | ranked, accuracy on validation rows | named |
    |---|---|---|---|
    %s

    %s
    """
        .formatted(
            options,
            LocalDate.now(ZoneOffset.UTC),
            alarms,
            nothing.size(),
            nothing.stream().map(StudyChecksPage::p).collect(Collectors.joining(", ")),
            named,
            poolings.size(),
            poolings.stream().map(StudyChecksPage::row).collect(Collectors.joining("\n")),
            poolings.stream().map(StudyChecksPage::said).collect(Collectors.joining("\n\n")));
  }

  private static String p(NothingDiffers study) {
    String p = String.format(Locale.ROOT, "%.2f", study.p()).replaceFirst("^0", "");
    return study.alarm() ? "**" + p + "**" : p;
  }

  private static String row(NamedPooling pooling) {
    return "| %s | %s | %s | %s |"
        .formatted(
            pooling.task().text(),
            pooling.task().right(),
            String.join(", ", pooling.ranked()),
            pooling.named() ? "yes" : "**no**");
  }

  private static String said(NamedPooling pooling) {
    return "Task: %s:\n\n".formatted(pooling.task().text())
        + pooling.sentences().stream().map(s -> "> " + s).collect(Collectors.joining("\n>\n"));
  }
}
