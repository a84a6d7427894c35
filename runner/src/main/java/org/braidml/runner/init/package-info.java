/** First experiment files, written from what the rows of a source look like. */
@NullMarked
package org.braidml.runner.init;

import org.jspecify.annotations.NullMarked;
