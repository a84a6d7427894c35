package org.braidml.runner.data.fit;

import java.util.List;

/** Text as a sequence of ids. */
public sealed interface FittedText extends FittedSequence permits FittedTokens, FittedSubwords {

  /** What stands for a token that the vocabulary lacks, where ids are shown as text. */
  String UNKNOWN_TEXT = "[unknown]";

  /** Returns the column. */
  String column();

  @Override
  FittedText uncut();

  /** Returns the tokens, in the order of their ids. */
  List<String> vocabulary();

  /** Returns the id of the vocabulary's first token. */
  int firstId();

  /** Returns the ids of a text, not more than a row may have. */
  int[] ids(String text);

  /** Returns what stands between tokens where they are shown as text. */
  String between();

  /** Returns the id of a token that the vocabulary holds, or -1. */
  default int knownId(String token) {
    int place = vocabulary().indexOf(token);
    return place < 0 ? -1 : firstId() + place;
  }

  /** Returns an id as text. */
  default String textOf(int id) {
    return id < firstId() ? UNKNOWN_TEXT : vocabulary().get(id - firstId());
  }
}
