/** Two runs compared on the examples that both were tested on. */
@NullMarked
package org.braidml.runner.compare;

import org.jspecify.annotations.NullMarked;
