/** What the tests of heads, mergers and projections share. */
@NullMarked
package org.braidml.golden;

import org.jspecify.annotations.NullMarked;
