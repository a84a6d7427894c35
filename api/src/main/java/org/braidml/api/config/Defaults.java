package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the commented defaults of this record, or of the records of this sealed interface, stand:
 * {@code braid.defaults.<value>} (followed by the id, for an interface) in the {@code
 * reference.conf} of the jar that holds the class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Defaults {

  /** The name below {@code braid.defaults}, for example {@code training}. */
  String value();
}
