/** Run directories and what is written into them. */
@NullMarked
package org.braidml.runner.run;

import org.jspecify.annotations.NullMarked;
