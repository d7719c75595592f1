/** The statements that make messages, and what a prompt has to say with them. */
@NullMarked
package dev.cuecard.check.message;

import org.jspecify.annotations.NullMarked;
