/** A reply to validated JSON, or to diagnostics that point into the reply. */
@NullMarked
package dev.cuecard.output;

import org.jspecify.annotations.NullMarked;
