/** Vectors of words out of text files, which embeddings start from. */
@NullMarked
package org.braidml.runner.vectors;

import org.jspecify.annotations.NullMarked;
