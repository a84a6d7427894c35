/** Tests of discovery and registry. */
@NullMarked
package org.braidml.api.plugin;

import org.jspecify.annotations.NullMarked;
