package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A plain value may stand for the whole object: {@code source = "reviews.csv"} means {@code source
 * { path = "reviews.csv" }}. On a record of a sealed interface it also tells which record the plain
 * value means; one record of the interface at most carries it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {

  /** The key that takes the plain value. */
  String value();
}
