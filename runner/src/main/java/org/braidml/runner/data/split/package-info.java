/** Which rows train, validate and test. */
@NullMarked
package org.braidml.runner.data.split;

import org.jspecify.annotations.NullMarked;
