/** Tests of the command line, end to end in one process. */
@NullMarked
package org.braidml.runner.cli;

import org.jspecify.annotations.NullMarked;
