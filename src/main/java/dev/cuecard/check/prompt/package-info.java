/** One file with all that it imports: its parts checked in their order, and what is told of them in the end. */
@NullMarked
package dev.cuecard.check.prompt;

import org.jspecify.annotations.NullMarked;
