/** Discovery and registry of plug-ins. */
@NullMarked
package org.braidml.api.plugin;

import org.jspecify.annotations.NullMarked;
