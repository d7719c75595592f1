/** What tests came to, for other programs. What comes from a model or a prompt is escaped for where it goes. */
@NullMarked
package dev.cuecard.testing.report;

import org.jspecify.annotations.NullMarked;
