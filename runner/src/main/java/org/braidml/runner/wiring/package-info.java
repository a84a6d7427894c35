/** The Guice modules. */
@NullMarked
package org.braidml.runner.wiring;

import org.jspecify.annotations.NullMarked;
