/** The program as a whole. */
@NullMarked
package org.braidml.runner;

import org.jspecify.annotations.NullMarked;
