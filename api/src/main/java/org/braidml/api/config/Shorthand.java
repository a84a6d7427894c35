package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A plain string may stand for this record or choice: {@code source = "reviews.csv"} is {@code
 * source { path = "reviews.csv" }}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {

  /** The key that the string is the value of. */
  String value();
}
