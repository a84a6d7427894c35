/** The vocabulary of Braid: the SPIs, the blocks they build, and what flows between them. */
@NullMarked
package org.braidml.api;

import org.jspecify.annotations.NullMarked;
