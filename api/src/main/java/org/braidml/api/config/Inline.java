package org.braidml.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The keys of this component stand in the same configuration object as its neighbours: {@code
 * encoders.review { input = text, type = lstm, hidden-size = 64 }} is a node with an inlined
 * encoder. A component that is a plain record only groups some of the keys of its owner.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
