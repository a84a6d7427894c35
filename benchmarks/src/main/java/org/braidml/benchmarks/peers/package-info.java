/** Braid beside a PyTorch script and a bare DJL loop: {@code docs/measurements/peers.md}. */
@NullMarked
package org.braidml.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
