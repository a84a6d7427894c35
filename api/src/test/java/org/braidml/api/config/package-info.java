/** Tests of binding and of its messages. */
@NullMarked
package org.braidml.api.config;

import org.jspecify.annotations.NullMarked;
