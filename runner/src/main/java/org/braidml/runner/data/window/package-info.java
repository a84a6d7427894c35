/** Windows over the rows of a long table. */
@NullMarked
package org.braidml.runner.data.window;

import org.jspecify.annotations.NullMarked;
