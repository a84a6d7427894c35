/** Tests of mergers and projections. */
@NullMarked
package org.braidml.merge;

import org.jspecify.annotations.NullMarked;
