/** Declarations and statements: what each is worth in the checked prompt. */
@NullMarked
package dev.cuecard.check.prompt;

import org.jspecify.annotations.NullMarked;
