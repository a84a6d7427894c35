/** Resident memory and arrays over thousands of steps: {@code docs/measurements/memory.md}. */
@NullMarked
package org.braidml.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
