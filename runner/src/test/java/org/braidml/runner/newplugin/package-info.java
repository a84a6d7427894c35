@NullMarked
package org.braidml.runner.newplugin;

import org.jspecify.annotations.NullMarked;
