/** Encoders of static fields. */
@NullMarked
package org.braidml.features;

import org.jspecify.annotations.NullMarked;
