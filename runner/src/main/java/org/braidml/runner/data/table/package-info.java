/** Rows of text, column by column, read from files by DuckDB. */
@NullMarked
package org.braidml.runner.data.table;

import org.jspecify.annotations.NullMarked;
