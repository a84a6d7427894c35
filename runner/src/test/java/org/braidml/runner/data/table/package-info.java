/** Tests of the reading of tables. */
@NullMarked
package org.braidml.runner.data.table;

import org.jspecify.annotations.NullMarked;
