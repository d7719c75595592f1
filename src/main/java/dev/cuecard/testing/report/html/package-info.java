/** The report of tests as one HTML page, which asks for nothing else. */
@NullMarked
package dev.cuecard.testing.report.html;

import org.jspecify.annotations.NullMarked;
