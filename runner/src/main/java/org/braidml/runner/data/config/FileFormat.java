package org.braidml.runner.data.config;

/** How a file holds rows. */
public enum FileFormat {
  /** By the name of the file: {@code .tsv} and {@code .tab}, {@code .jsonl} and {@code .ndjson}. */
  AUTO,
  /** Values between commas, in quotes where need be. */
  CSV,
  /** Values between tabs; quotes are text. */
  TSV,
  /** One JSON object a line. */
  JSONL
}
