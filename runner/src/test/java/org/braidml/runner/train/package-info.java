/** The training loop. */
@NullMarked
package org.braidml.runner.train;

import org.jspecify.annotations.NullMarked;
