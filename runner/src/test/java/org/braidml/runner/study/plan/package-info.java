/** Tests of studies. */
@NullMarked
package org.braidml.runner.study.plan;

import org.jspecify.annotations.NullMarked;
