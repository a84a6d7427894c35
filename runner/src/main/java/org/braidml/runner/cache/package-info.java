/** Prepared data that later runs find again. */
@NullMarked
package org.braidml.runner.cache;

import org.jspecify.annotations.NullMarked;
