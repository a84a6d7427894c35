/** Tests of the scan of jars and of the class path. */
@NullMarked
package org.braidml.runner.plugin;

import org.jspecify.annotations.NullMarked;
