/** What a run tells those who listen: metric sinks and reporters, which a plug-in can add. */
@NullMarked
package org.braidml.api.run;

import org.jspecify.annotations.NullMarked;
