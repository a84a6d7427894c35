/** What the tests of the program share. */
@NullMarked
package org.braidml.runner;

import org.jspecify.annotations.NullMarked;
