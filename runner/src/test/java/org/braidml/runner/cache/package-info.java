/** Tests of data that are kept. */
@NullMarked
package org.braidml.runner.cache;

import org.jspecify.annotations.NullMarked;
