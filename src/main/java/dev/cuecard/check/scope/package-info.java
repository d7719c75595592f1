/** What a name stands for where an expression stands, which values are known to be there, and what one check shares. */
@NullMarked
package dev.cuecard.check.scope;

import org.jspecify.annotations.NullMarked;
