/** What a session holds, and the little that everything done in it shares. */
@NullMarked
package dev.cuecard.repl.state;

import org.jspecify.annotations.NullMarked;
