/** The simulator, in process and as a server. */
@NullMarked
package dev.cuecard.sim;

import org.jspecify.annotations.NullMarked;
