/** How fast a million rows are prepared, and in how much memory. */
@NullMarked
package org.braidml.benchmarks.prepare;

import org.jspecify.annotations.NullMarked;
