/** Where in which text something is wrong, which mistake it is, and how to show it. */
@NullMarked
package dev.cuecard.diagnostic;

import org.jspecify.annotations.NullMarked;
