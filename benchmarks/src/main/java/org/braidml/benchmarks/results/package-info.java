/** The examples on public data, over seeds and engines: {@code docs/RESULTS.md}. */
@NullMarked
package org.braidml.benchmarks.results;

import org.jspecify.annotations.NullMarked;
