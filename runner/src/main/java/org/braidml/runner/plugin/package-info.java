/** Jars of plug-ins: looked at before anything of them is loaded, and put on one class path. */
@NullMarked
package org.braidml.runner.plugin;

import org.jspecify.annotations.NullMarked;
