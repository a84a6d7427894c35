/** Invariants of random models of all components. */
@NullMarked
package org.braidml.runner.random;

import org.jspecify.annotations.NullMarked;
