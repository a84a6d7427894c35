/** What a study has shown: a record to draw from, sentences, Markdown and CSV. */
@NullMarked
package org.braidml.runner.study.report;

import org.jspecify.annotations.NullMarked;
