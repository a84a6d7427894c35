/** Binding of configuration to records: strict, with every problem told at once, with its place. */
@NullMarked
package org.braidml.api.config;

import org.jspecify.annotations.NullMarked;
