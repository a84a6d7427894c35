/** Tests of the made sources. */
@NullMarked
package org.braidml.runner.data.source;

import org.jspecify.annotations.NullMarked;
