/** Tests of heads. */
@NullMarked
package org.braidml.head;

import org.jspecify.annotations.NullMarked;
