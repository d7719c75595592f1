/** The canonical form of a file. */
@NullMarked
package dev.cuecard.syntax.format;

import org.jspecify.annotations.NullMarked;
