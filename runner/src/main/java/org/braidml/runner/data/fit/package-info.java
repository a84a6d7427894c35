/** What is learnt from the training rows before any model: vocabularies, scales, classes. */
@NullMarked
package org.braidml.runner.data.fit;

import org.jspecify.annotations.NullMarked;
