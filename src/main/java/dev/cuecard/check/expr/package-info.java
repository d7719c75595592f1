/** Expressions and texts: their names bound, their types told, what is missing followed, constants folded. */
@NullMarked
package dev.cuecard.check.expr;

import org.jspecify.annotations.NullMarked;
