/** Tests of rows as numbers. */
@NullMarked
package org.braidml.runner.data.encode;

import org.jspecify.annotations.NullMarked;
