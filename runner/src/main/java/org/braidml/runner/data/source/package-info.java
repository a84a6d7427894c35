/** Where rows come from: files, and sources that the program makes itself. */
@NullMarked
package org.braidml.runner.data.source;

import org.jspecify.annotations.NullMarked;
