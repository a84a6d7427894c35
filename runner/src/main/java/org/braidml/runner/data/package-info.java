/**
 * From rows to batches: read, split, fit on training rows, encode, assemble. Everything stays in
 * host memory.
 */
@NullMarked
package org.braidml.runner.data;

import org.jspecify.annotations.NullMarked;
