/** Whole runs. */
@NullMarked
package org.braidml.runner.run;

import org.jspecify.annotations.NullMarked;
