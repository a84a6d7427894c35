/** The bidirectional LSTM with attention, and attention poolings. */
@NullMarked
package org.braidml.encoder.bilstm;

import org.jspecify.annotations.NullMarked;
