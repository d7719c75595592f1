/** Text to the tree: the parser, and how it goes on after a mistake. */
@NullMarked
package dev.cuecard.syntax.parse;

import org.jspecify.annotations.NullMarked;
