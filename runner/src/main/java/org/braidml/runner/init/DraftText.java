package org.braidml.runner.init;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A draft as a commented experiment file. */
final class DraftText {

  private final Draft draft;
  private final Written file = new Written();

  DraftText(Draft draft) {
    this.draft = draft;
  }

  String text() {
    file.lines(
        "# Written by `braid init`, as a start: it trains as it is, and every line may be changed.",
        "# `braid data` shows what a run sees of these rows; docs/CONFIG.md explains all keys.");
    leftOut();
    file.lines("", "seed = 1", "");
    data();
    model();
    training();
    return file.toString();
  }

  private void leftOut() {
    if (!draft.leftOut().isEmpty()) {
      file.lines("#", "# Left out; name one of these below to read it all the same:");
      draft.leftOut().forEach((column, why) -> file.comment("", "  " + column + ": " + why));
    }
  }

  private void data() {
    file.lines("data {", "  source {");
    draft.source().forEach(line -> file.lines("    " + line.replace("\n", "\n    ")));
    file.lines("  }");
    file.lines(draft.sides());
    file.lines("  fields {");
    draft.fields().forEach(field -> file.object("    ", field.name(), field.settings()));
    file.lines("  }");
    file.comment("  ", target() + ".");
    String column = "column = " + Written.quoted(draft.target().name());
    file.object("  ", "target", List.of(column, "kind = " + draft.goal().word()));
    file.lines("}");
  }

  private String target() {
    if (!draft.goal().classes()) {
      return "A number";
    }
    int given = draft.target().rows() - draft.target().missing();
    return draft.target().counts().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(6)
        .map(e -> "%s %.1f %%".formatted(e.getKey(), 100.0 * e.getValue() / given))
        .collect(Collectors.joining(", ", draft.target().distinct() + " classes: ", ""));
  }

  private void model() {
    file.lines("", "model {");
    draft.fields().stream()
        .filter(Field::embedded)
        .forEach(
            field -> file.lines("  inputs." + field.name() + " { type = embedding, size = 48 }"));
    draft.fields().forEach(field -> file.object("  ", "encoders." + field.name(), field.encoder()));
    file.lines("  merger { type = concat }");
    file.lines("  head { type = " + draft.goal().word() + ", units = [32], dropout = 0.2 }", "}");
  }

  private void training() {
    Pace pace = draft.pace();
    file.lines("", "training {");
    file.lines("  batch-size = " + pace.batchSize(), "  epochs = " + pace.epochs());
    file.lines("  clip-norm = 5", "  optimizer { type = adam, learning-rate = 2e-3 }");
    file.lines("  early-stopping { patience = " + pace.patience() + " }", "}");
  }
}
