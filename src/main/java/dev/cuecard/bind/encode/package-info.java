/** Makes JSON of Java values, and tells beforehand what keeps some from being given. Not for programs. */
@NullMarked
package dev.cuecard.bind.encode;

import org.jspecify.annotations.NullMarked;
