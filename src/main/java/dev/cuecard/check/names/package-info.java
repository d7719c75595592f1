/** Which names a file declares and takes from others, and what each stands for. */
@NullMarked
package dev.cuecard.check.names;

import org.jspecify.annotations.NullMarked;
