/** A model as a graph of boxes, its inputs, and its root block. */
@NullMarked
package org.braidml.api.graph;

import org.jspecify.annotations.NullMarked;
