/** The {@code braid} program. */
@NullMarked
package org.braidml.runner;

import org.jspecify.annotations.NullMarked;
