/** The parser's contexts to the records of the tree. */
@NullMarked
package dev.cuecard.syntax.build;

import org.jspecify.annotations.NullMarked;
