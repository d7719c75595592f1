/**
 * The generated lexer and parser, and what is written by hand below them: the scanning of text and comments, the stack
 * of brackets, the table of words. Seen by the package above alone.
 */
@NullMarked
package dev.cuecard.syntax.antlr;

import org.jspecify.annotations.NullMarked;
