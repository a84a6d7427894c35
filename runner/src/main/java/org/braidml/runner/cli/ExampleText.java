package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedStatics;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.fit.Scale;
import org.braidml.runner.data.profile.DataView;

/** Three training examples as they enter a model, ids turned back into text. */
final class ExampleText {

  private static final int WIDTH = 80;
  private static final int TOKENS = 60;
  private static final int NUMBERS = 8;
  private static final int CHANNELS = 4;

  private final DataView view;
  private final StringBuilder text = new StringBuilder();

  ExampleText(DataView view) {
    this.view = view;
  }

  String text() {
    text.append("examples as they enter the model, of the training rows\n");
    Examples train = view.prepared().train();
    for (int example : new TreeSet<>(List.of(0, train.size() / 2, train.size() - 1))) {
      Batch batch = train.batch(new int[] {example});
      text.append("  ").append(view.table().where(train.row(example))).append('\n');
      view.prepared()
          .features()
          .fields()
          .forEach((name, field) -> field(name, field, batch.fields()));
      view.prepared()
          .features()
          .targets()
          .forEach(
              (name, target) -> target(target, Objects.requireNonNull(batch.targets().get(name))));
    }
    return text.toString();
  }

  private void line(String line) {
    text.append(Wrapped.text("    " + line, WIDTH, 2));
  }

  private void field(String name, FittedField field, Map<String, FieldData> data) {
    FieldData own = data.get(name);
    if (own instanceof FieldData.Ids ids && field instanceof FittedText tokens) {
      line(name + ": " + ids(ids, tokens));
    } else if (own instanceof FieldData.Values values) {
      line(name + ": " + values.lengths()[0] + " steps of " + values.width());
      for (int channel = 0; channel < Math.min(values.width(), CHANNELS); channel++) {
        line("  " + channel(values, channel));
      }
      if (values.width() > CHANNELS) {
        line("  and " + (values.width() - CHANNELS) + " more numbers a step");
      }
    } else if (own instanceof FieldData.Statics statics && field instanceof FittedStatics fitted) {
      line(name + ": " + statics(statics, fitted));
    }
  }

  private static String ids(FieldData.Ids ids, FittedText fitted) {
    StringBuilder words = new StringBuilder();
    String between = fitted.between();
    int length = ids.lengths()[0];
    int shown = Math.min(length, TOKENS);
    for (int i = 0; i < shown; i++) {
      int id = ids.ids()[i];
      String token = id < fitted.firstId() ? "<unknown>" : fitted.textOf(id);
      words.append(i == 0 ? "" : between).append(token.replace("\n", "\\n"));
    }
    return "%d steps: \"%s\"%s".formatted(length, words, shown < length ? " ..." : "");
  }

  private static String channel(FieldData.Values values, int channel) {
    List<String> numbers = new ArrayList<>();
    int steps = values.lengths()[0];
    for (int step = 0; step < Math.min(steps, NUMBERS); step++) {
      numbers.add(ColumnWords.number(values.values()[step * values.width() + channel]));
    }
    return String.join(" ", numbers) + (steps > NUMBERS ? " ..." : "");
  }

  private static String statics(FieldData.Statics statics, FittedStatics fitted) {
    List<String> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    fitted.numbers().forEach(number -> names.add(number.reading().named(number.column())));
    fitted.indicated().forEach(number -> names.add(number.column() + " missing"));
    for (int i = 0; i < names.size(); i++) {
      parts.add(names.get(i) + " " + ColumnWords.number(statics.numeric()[i]));
    }
    for (int i = 0; i < fitted.categories().size(); i++) {
      FittedStatics.Category category = fitted.categories().get(i);
      int id = statics.categories()[i];
      String value =
          id >= category.first()
              ? '"' + category.values().get(id - category.first()) + '"'
              : id == 0 ? "<unseen>" : "<missing>";
      parts.add(category.column() + " " + value);
    }
    return String.join(", ", parts);
  }

  private static String number(FittedTarget target, float value) {
    String number = ColumnWords.number(value);
    return target.scale().equals(Scale.identity())
        ? number
        : number + " (" + ColumnWords.number(target.scale().scaled(value)) + " scaled)";
  }

  private void target(FittedTarget target, float... values) {
    if (target.nextToken()) {
      return;
    }
    List<String> shown = new ArrayList<>();
    if (target.ofLabels()) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] > 0) {
          shown.add('"' + target.classes().get(i) + '"');
        }
      }
      line("-> labels: " + (shown.isEmpty() ? "none" : String.join(" ", shown)));
      return;
    }
    for (int i = 0; i < Math.min(values.length, NUMBERS); i++) {
      shown.add(
          Float.isNaN(values[i])
              ? "none"
              : target.classes().isEmpty()
                  ? number(target, values[i])
                  : '"' + target.classes().get(Math.round(values[i])) + '"');
    }
    line(
        "-> "
            + target.column()
            + " "
            + String.join(" ", shown)
            + (values.length > NUMBERS ? " ..." : ""));
  }
}
