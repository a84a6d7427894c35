/** Tests of the way from files to batches. */
@NullMarked
package org.braidml.runner.data.fit;

import org.jspecify.annotations.NullMarked;
