/** Measurements of Braid beside its peers; never shipped. */
@NullMarked
package org.braidml.benchmarks;

import org.jspecify.annotations.NullMarked;
