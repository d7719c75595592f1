/** The prompt of a session while it is written: text and tree, and what each line that is typed does to them. */
@NullMarked
package dev.cuecard.repl.draft;

import org.jspecify.annotations.NullMarked;
