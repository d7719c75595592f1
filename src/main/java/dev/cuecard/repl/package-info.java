/** The session, and what is known of the terminal it runs in. */
@NullMarked
package dev.cuecard.repl;

import org.jspecify.annotations.NullMarked;
