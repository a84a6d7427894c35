/** What data look like before any model: kinds of columns, lengths, duplicates, suspicions. */
@NullMarked
package org.braidml.runner.data.profile;

import org.jspecify.annotations.NullMarked;
