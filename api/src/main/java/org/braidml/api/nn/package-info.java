/** Building blocks for plug-ins, exact under padding, and the one place where engines differ. */
@NullMarked
package org.braidml.api.nn;

import org.jspecify.annotations.NullMarked;
