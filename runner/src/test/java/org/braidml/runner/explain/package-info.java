/** What attention weighed. */
@NullMarked
package org.braidml.runner.explain;

import org.jspecify.annotations.NullMarked;
