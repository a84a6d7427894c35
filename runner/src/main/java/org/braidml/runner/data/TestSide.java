package org.braidml.runner.data;

import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.table.Table;

/**
 * The test rows of a source as they are now, not yet encoded.
 *
 * @param table all rows, windows included
 * @param split which of them are test rows
 * @param contents the SHA-256 of what the test rows hold
 */
public record TestSide(Table table, Split split, String contents) {}
