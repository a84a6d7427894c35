/** Metrics, computed on the host. */
@NullMarked
package org.braidml.api.metric;

import org.jspecify.annotations.NullMarked;
