/** Tests of the way from files to batches. */
@NullMarked
package org.braidml.runner.data.store;

import org.jspecify.annotations.NullMarked;
