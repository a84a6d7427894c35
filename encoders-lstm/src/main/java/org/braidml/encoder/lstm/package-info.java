/** Recurrent and convolutional encoders, poolings and transforms. */
@NullMarked
package org.braidml.encoder.lstm;

import org.jspecify.annotations.NullMarked;
