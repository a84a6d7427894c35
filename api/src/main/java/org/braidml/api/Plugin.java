package org.braidml.api;

/**
 * What every plug-in has: an id that configuration files name, and a record that holds its
 * settings.
 *
 * <p>A plug-in is found by {@link java.util.ServiceLoader} under the name of its SPI ({@link
 * SequenceEncoder}, {@link Pooling}, ...). It is stateless and thread-safe: everything that a model
 * needs is in the block that it builds. Its commented defaults stand in its own jar's {@code
 * reference.conf} under {@code braid.defaults.<spi>.<id>}.
 *
 * @param <C> the configuration record; its components are the keys, in kebab-case
 */
public interface Plugin<C extends Record> {

  /** Returns the kebab-case id, unique within the SPI, for example {@code bilstm-attention}. */
  String id();

  /** Returns the class of the configuration record. */
  Class<C> configType();
}
