/** The commands of a session: what begins with a colon. */
@NullMarked
package dev.cuecard.repl.command;

import org.jspecify.annotations.NullMarked;
