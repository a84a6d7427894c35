package org.braidml.runner.data.config;

import java.util.Locale;

/** How a file holds rows. */
public enum FileFormat {
  /** By the name of the file: {@code .tsv} and {@code .tab}, {@code .jsonl} and {@code .ndjson}. */
  AUTO,
  /** Values between commas, in quotes where need be. */
  CSV,
  /** Values between tabs; quotes are text. */
  TSV,
  /** One JSON object a line. */
  JSONL;

  /** Returns the format that the name of a file tells, whether it is packed or not. */
  public static FileFormat ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".tsv") || name.endsWith(".tab")) {
      return TSV;
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSONL : CSV;
  }
}
