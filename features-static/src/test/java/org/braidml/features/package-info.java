/** Tests of the encoders of static fields. */
@NullMarked
package org.braidml.features;

import org.jspecify.annotations.NullMarked;
