/** Studies whose right answer is known: {@code docs/measurements/study-checks.md}. */
@NullMarked
package org.braidml.benchmarks.known;

import org.jspecify.annotations.NullMarked;
