package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sealed interface of configuration records, one of which the value of a key chooses: {@code
 * optimizer { type = adam }}. Each record carries its {@link Id}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Discriminator {

  /** The key that chooses, for example {@code type}. */
  String value();
}
