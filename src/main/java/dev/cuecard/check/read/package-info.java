/** The data files that expressions and types name: text, rows, pictures and schemas. */
@NullMarked
package dev.cuecard.check.read;

import org.jspecify.annotations.NullMarked;
