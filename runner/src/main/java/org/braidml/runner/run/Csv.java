package org.braidml.runner.run;

/** Comma-separated values as run directories and studies hold them. */
public final class Csv {

  private Csv() {}

  /** Returns a cell, between quotes where it must be. */
  public static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
