/** Tests of reading experiment files. */
@NullMarked
package org.braidml.runner.experiment;

import org.jspecify.annotations.NullMarked;
