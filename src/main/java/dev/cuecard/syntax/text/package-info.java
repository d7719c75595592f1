/** The rules of white space: which of a text's blanks and newlines the model sees. */
@NullMarked
package dev.cuecard.syntax.text;

import org.jspecify.annotations.NullMarked;
