/** The tree of records that a text is read to; it knows no meaning. */
@NullMarked
package dev.cuecard.syntax;

import org.jspecify.annotations.NullMarked;
