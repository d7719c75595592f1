/** The session itself: what is submitted goes to the commands or becomes part of the prompt. */
@NullMarked
package dev.cuecard.repl.live;

import org.jspecify.annotations.NullMarked;
