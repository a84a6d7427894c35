/** A plugin-spi for Braid: {@code plugin-name}. */
@NullMarked
package plugin.packagename;

import org.jspecify.annotations.NullMarked;
