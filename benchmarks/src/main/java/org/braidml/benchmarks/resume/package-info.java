/** Kills runs and resumes them. */
@NullMarked
package org.braidml.benchmarks.resume;

import org.jspecify.annotations.NullMarked;
