/** Tests of studies. */
@NullMarked
package org.braidml.runner.study.report;

import org.jspecify.annotations.NullMarked;
