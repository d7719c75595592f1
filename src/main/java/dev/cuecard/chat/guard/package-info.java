/** What keeps a provider from being asked where that helps nobody: breakers, refusals, limits of the calls at once. */
@NullMarked
package dev.cuecard.chat.guard;

import org.jspecify.annotations.NullMarked;
