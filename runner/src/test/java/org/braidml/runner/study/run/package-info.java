/** Tests of studies. */
@NullMarked
package org.braidml.runner.study.run;

import org.jspecify.annotations.NullMarked;
