/** Money: what may be spent, what a call can cost at most, and what it did cost. */
@NullMarked
package dev.cuecard.chat.budget;

import org.jspecify.annotations.NullMarked;
