/** What a session says, as text: what is for a program, and what is for the person. Pure. */
@NullMarked
package dev.cuecard.repl.show;

import org.jspecify.annotations.NullMarked;
