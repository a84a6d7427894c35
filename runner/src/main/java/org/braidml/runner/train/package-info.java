/** Training, evaluation and early stopping. */
@NullMarked
package org.braidml.runner.train;

import org.jspecify.annotations.NullMarked;
