/** What a run leaves to read: {@code report.html} for people, {@code report.json} for programs. */
@NullMarked
package org.braidml.runner.report;

import org.jspecify.annotations.NullMarked;
