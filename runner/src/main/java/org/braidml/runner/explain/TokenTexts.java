package org.braidml.runner.explain;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedTokens;

/** Ids as the text that they stand for. */
final class TokenTexts {

  /** What stands for a token that the vocabulary lacks. */
  static final String UNKNOWN = "[unknown]";

  private TokenTexts() {}

  /** Returns the text of each step of one row; empty for anything but text. */
  static List<String> of(FittedField fitted, FieldData data, int row) {
    List<String> texts = new ArrayList<>();
    if (fitted instanceof FittedTokens tokens && data instanceof FieldData.Ids ids) {
      for (int step = 0; step < ids.lengths()[row]; step++) {
        int id = ids.ids()[row * ids.time() + step];
        texts.add(
            id < FittedTokens.FIRST ? UNKNOWN : tokens.vocabulary().get(id - FittedTokens.FIRST));
      }
    }
    return texts;
  }

  /** Returns what stands between the tokens of a field. */
  static String between(FittedField fitted) {
    return fitted instanceof FittedTokens tokens && tokens.cut() == Cut.CHARACTERS ? "" : " ";
  }
}
