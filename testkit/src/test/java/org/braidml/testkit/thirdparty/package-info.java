/** The contracts as a plug-in author uses them: from a package of one's own. */
@NullMarked
package org.braidml.testkit.thirdparty;

import org.jspecify.annotations.NullMarked;
