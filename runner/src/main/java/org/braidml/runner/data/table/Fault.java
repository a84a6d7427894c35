package org.braidml.runner.data.table;

/**
 * Something in a file that cannot be read.
 *
 * @param where its place, as {@code reviews.csv:57}
 * @param line the line where it begins, from 1
 * @param last the line on which the faulty record ends; 0 if it is not one record that is at fault,
 *     or if nobody knows where it ends, so that it cannot be left out
 * @param text what the record holds
 * @param what what is wrong with it
 */
record Fault(String where, int line, int last, String text, String what) {

  /** A record that can be left out. */
  static Fault ofRecord(String file, int line, int last, String text, String what) {
    return new Fault(file + ":" + line, line, last, text, what);
  }

  /** What is wrong with more than one record. */
  static Fault ofFile(String where, String what) {
    return new Fault(where, 0, 0, "", what);
  }

  /** Returns whether a record is at fault that can be left out. */
  boolean alone() {
    return last > 0;
  }
}
