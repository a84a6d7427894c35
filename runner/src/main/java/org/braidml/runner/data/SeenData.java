package org.braidml.runner.data;

import org.braidml.runner.data.table.Table;

/**
 * Data that is ready for training, with the rows that it was made of.
 *
 * @param table the rows, windows included
 * @param prepared what training takes
 */
public record SeenData(Table table, PreparedData prepared) {}
