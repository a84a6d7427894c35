/** Rows as numbers, kept compactly. */
@NullMarked
package org.braidml.runner.data.encode;

import org.jspecify.annotations.NullMarked;
