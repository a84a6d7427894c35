/** Every encoder, pooling and merger in the place of the one that an example names. */
@NullMarked
package org.braidml.runner.swap;

import org.jspecify.annotations.NullMarked;
