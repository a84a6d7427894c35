/** The commands of {@code braid}. */
@NullMarked
package org.braidml.runner.cli;

import org.jspecify.annotations.NullMarked;
