/** The order of batches, and their assembly ahead of the training thread. */
@NullMarked
package org.braidml.runner.data.batch;

import org.jspecify.annotations.NullMarked;
