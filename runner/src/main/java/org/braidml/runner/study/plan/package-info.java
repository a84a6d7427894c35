/** From a study file to trials: every variant bound, and the analysis fixed, before any trial. */
@NullMarked
package org.braidml.runner.study.plan;

import org.jspecify.annotations.NullMarked;
