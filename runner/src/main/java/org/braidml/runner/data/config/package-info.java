/** The {@code data} part of an experiment file, as records. Defaults stand in reference.conf. */
@NullMarked
package org.braidml.runner.data.config;

import org.jspecify.annotations.NullMarked;
