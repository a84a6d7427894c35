/** Where the time of a training step goes. */
@NullMarked
package org.braidml.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
