/** The study file and what it may say. */
@NullMarked
package org.braidml.runner.study.config;

import org.jspecify.annotations.NullMarked;
