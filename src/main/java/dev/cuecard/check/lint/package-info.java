/** What is no mistake, but worth fixing today. */
@NullMarked
package dev.cuecard.check.lint;

import org.jspecify.annotations.NullMarked;
