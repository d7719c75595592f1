/** Trees to one resolved, immutable prompt: imports joined, names bound, types checked, lints. */
@NullMarked
package dev.cuecard.check;

import org.jspecify.annotations.NullMarked;
