package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braidml.runner.report.Chart.Box;
import org.braidml.runner.report.ChartData.Matrix;

/** Which classes were found, and which were taken for which. */
final class ConfusionCharts {

  /** Beyond this, cells are too small to point at, and too many to draw. */
  private static final int MOST_CLASSES = 60;

  private static final int MOST_MISTAKES = 10;

  private static final int LABEL_ROOM = 150;
  private static final int FEW = 8;
  private static final int MANY = 40;

  private ConfusionCharts() {}

  static Chart heatMap(String id, Confusion all) {
    Confusion shown = all.condensed(MOST_CLASSES);
    int cell = shown.size() <= FEW ? 52 : shown.size() <= MANY ? 22 : 16;
    int side = LABEL_ROOM + cell * shown.size();
    Box box =
        shown.size() <= FEW
            ? new Box(Math.max(320, side), 0, false)
            : new Box(side, side + 40, true);
    return new Chart(
        id,
        "Confusion matrix",
        "Rows are the actual classes, columns the predicted ones. The darker or brighter a cell,"
            + " the greater its share of the actual class."
            + (shown.size() < all.size()
                ? " The rarest " + (all.size() - MOST_CLASSES + 1) + " classes stand as one."
                : ""),
        alternative(all),
        box,
        new Matrix(shown.labels(), shown.counts()),
        table(shown));
  }

  private static String alternative(Confusion confusion) {
    List<Confusion.Mistake> mistakes = confusion.mistakes(1);
    return "Heat map of %d actual by %d predicted classes: %s of %s predicted right."
            .formatted(
                confusion.size(),
                confusion.size(),
                Numbers.count(confusion.right()),
                Numbers.count(confusion.rows(), "row"))
        + (mistakes.isEmpty()
            ? ""
            : " Most frequent mistake: %s taken for %s, %s."
                .formatted(
                    mistakes.get(0).actual(),
                    mistakes.get(0).decided(),
                    Numbers.count(mistakes.get(0).rows(), "row")));
  }

  private static Table table(Confusion confusion) {
    Table.Builder table = Table.of("Test rows by actual and predicted class").text("Actual");
    confusion.labels().forEach(table::numbers);
    for (int k = 0; k < confusion.size(); k++) {
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(Table.Cell.of(confusion.labels().get(k)));
      Arrays.stream(confusion.counts()[k])
          .forEach(count -> cells.add(Table.Cell.of(Numbers.count(count))));
      table.row(cells);
    }
    return table.build();
  }

  /** Returns precision, recall and F1 of each class. */
  static Table classes(Confusion confusion) {
    Table.Builder table =
        Table.of("Each class").text("Class").numbers("Precision", "Recall", "F1", "Test rows");
    for (int k = 0; k < confusion.size(); k++) {
      table.row(
          confusion.labels().get(k),
          Numbers.exact(confusion.precision(k)),
          Numbers.exact(confusion.recall(k)),
          Numbers.exact(confusion.f1(k)),
          Numbers.count(confusion.actual(k)));
    }
    return table.build();
  }

  /** Returns the most frequent mistakes. */
  static Table mistakes(Confusion confusion) {
    Table.Builder table =
        Table.of("Most frequent mistakes")
            .text("Actual", "Predicted")
            .numbers("Test rows", "Share of the actual class");
    for (Confusion.Mistake mistake : confusion.mistakes(MOST_MISTAKES)) {
      int k = confusion.labels().indexOf(mistake.actual());
      table.row(
          mistake.actual(),
          mistake.decided(),
          Numbers.count(mistake.rows()),
          Numbers.percent((double) mistake.rows() / confusion.actual(k)));
    }
    return table.build();
  }
}
