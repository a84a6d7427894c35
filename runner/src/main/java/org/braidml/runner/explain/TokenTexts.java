package org.braidml.runner.explain;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedText;

/** Ids as the text that they stand for. */
final class TokenTexts {

  private TokenTexts() {}

  /** Returns the text of each step of one row; empty for anything but text. */
  static List<String> of(FittedField fitted, FieldData data, int row) {
    List<String> texts = new ArrayList<>();
    if (fitted instanceof FittedText text && data instanceof FieldData.Ids ids) {
      for (int step = 0; step < ids.lengths()[row]; step++) {
        texts.add(text.textOf(ids.ids()[row * ids.time() + step]));
      }
    }
    return texts;
  }

  /** Returns what stands between the tokens of a field. */
  static String between(FittedField fitted) {
    return fitted instanceof FittedText text ? text.between() : " ";
  }
}
