package org.braidml.runner.data.config;

import java.util.Locale;

/** How a file holds rows. */
public enum FileFormat {
  /**
   * By the name of the file: {@code .tsv} and {@code .tab}, {@code .jsonl} and {@code .ndjson},
   * {@code .parquet}.
   */
  AUTO,
  /** Values between commas, in quotes where need be. */
  CSV,
  /** Values between tabs; quotes are text. */
  TSV,
  /** One JSON object a line. */
  JSONL,
  /** Apache Parquet; lists become JSON arrays. */
  PARQUET;

  /** Returns the format that the name of a file tells, whether it is packed or not. */
  public static FileFormat ofName(String file) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
    if (name.endsWith(".tsv") || name.endsWith(".tab")) {
      return TSV;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSONL : CSV;
  }
}
