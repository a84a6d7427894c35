/** Runs the trials of a study, each in a process of its own. */
@NullMarked
package org.braidml.runner.study.run;

import org.jspecify.annotations.NullMarked;
