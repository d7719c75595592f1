/** The session in a terminal: a line that can be edited, and what the session says below it. */
@NullMarked
package dev.cuecard.repl.shell;

import org.jspecify.annotations.NullMarked;
