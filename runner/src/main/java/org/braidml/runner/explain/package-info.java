/** What attention weighed, and what the prediction does when that is taken away. */
@NullMarked
package org.braidml.runner.explain;

import org.jspecify.annotations.NullMarked;
