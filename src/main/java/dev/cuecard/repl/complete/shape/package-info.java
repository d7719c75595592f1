/** What a value looks like, of a checked type or of one that is only written yet. */
@NullMarked
package dev.cuecard.repl.complete.shape;

import org.jspecify.annotations.NullMarked;
