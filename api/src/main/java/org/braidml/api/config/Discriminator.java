package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

<<<<<<< HEAD
/** Names the key that tells which record of a sealed interface a configuration object means. */
=======
/**
 * A sealed interface of configuration records, one of which the value of a key chooses: {@code
 * optimizer { type = adam }}. Each record carries its {@link Id}.
 */
>>>>>>> main
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Discriminator {

<<<<<<< HEAD
  /** The key, as {@code kind} or {@code type}. */
=======
  /** The key that chooses, for example {@code type}. */
>>>>>>> main
  String value();
}
