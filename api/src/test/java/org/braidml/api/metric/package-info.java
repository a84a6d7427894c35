/** Tests of metrics. */
@NullMarked
package org.braidml.api.metric;

import org.jspecify.annotations.NullMarked;
