package org.braidml.api;

/**
 * A plug-in that a configuration chose, with its bound settings: the Java side of {@code pooling {
 * type = mean }}. A configuration record that nests a plug-in has a component of this type.
 *
 * @param plugin what {@code type} named
 * @param config its record, bound and checked
 * @param path where it stands in the configuration, for messages
 * @param <P> the SPI
 */
public record Choice<P extends Plugin<?>>(P plugin, Record config, String path) {}
