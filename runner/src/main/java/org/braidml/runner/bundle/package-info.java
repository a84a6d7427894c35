/** Saved models. */
@NullMarked
package org.braidml.runner.bundle;

import org.jspecify.annotations.NullMarked;
