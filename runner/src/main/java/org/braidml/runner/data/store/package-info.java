/** Numbers and texts that may outgrow the heap: small ones stay in it, large ones in files. */
@NullMarked
package org.braidml.runner.data.store;

import org.jspecify.annotations.NullMarked;
