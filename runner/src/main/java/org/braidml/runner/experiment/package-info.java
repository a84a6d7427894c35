/** Experiment files: reading, overriding, binding. */
@NullMarked
package org.braidml.runner.experiment;

import org.jspecify.annotations.NullMarked;
