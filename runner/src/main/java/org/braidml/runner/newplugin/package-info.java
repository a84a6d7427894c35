/** Projects of new plug-ins, written from templates that the build compiles and tests. */
@NullMarked
package org.braidml.runner.newplugin;

import org.jspecify.annotations.NullMarked;
