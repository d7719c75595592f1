/** Text to a tree of records that knows no meaning; and the canonical form of that text. */
@NullMarked
package dev.cuecard.syntax;

import org.jspecify.annotations.NullMarked;
