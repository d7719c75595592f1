/** Tools that a model calls: their arguments and results held to what is declared, the host's code called. */
@NullMarked
package dev.cuecard.tool;

import org.jspecify.annotations.NullMarked;
