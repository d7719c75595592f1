/** The functions and filters that the language has by itself: their names, what they take and what they give. */
@NullMarked
package dev.cuecard.check.builtin;

import org.jspecify.annotations.NullMarked;
