/** Java types and prompts. */
@NullMarked
package dev.cuecard.bind;

import org.jspecify.annotations.NullMarked;
