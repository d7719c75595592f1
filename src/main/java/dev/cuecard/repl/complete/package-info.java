/** What can be typed at a place: names, words and files, each with what is to know of it. Knows no terminal. */
@NullMarked
package dev.cuecard.repl.complete;

import org.jspecify.annotations.NullMarked;
