/** What the graph of a model does beside its boxes. */
@NullMarked
package org.braidml.runner.graph;

import org.jspecify.annotations.NullMarked;
