/** Tests of the statistics. */
@NullMarked
package org.braidml.runner.study.stats;

import org.jspecify.annotations.NullMarked;
