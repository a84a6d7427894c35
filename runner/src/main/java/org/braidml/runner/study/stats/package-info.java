/** Tests, intervals and power for tables of scores; every number is checked against SciPy. */
@NullMarked
package org.braidml.runner.study.stats;

import org.jspecify.annotations.NullMarked;
