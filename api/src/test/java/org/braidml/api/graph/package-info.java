/** Tests of models as they are built. */
@NullMarked
package org.braidml.api.graph;

import org.jspecify.annotations.NullMarked;
