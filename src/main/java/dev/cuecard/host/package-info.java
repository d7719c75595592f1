/** The host's own code, which Cuecard calls: for a bounded time, and whatever it does. */
@NullMarked
package dev.cuecard.host;

import org.jspecify.annotations.NullMarked;
