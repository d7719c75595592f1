/** The steps by which a value is found in the text of a reply: as it is, out of a fence, out of prose, repaired. */
@NullMarked
package dev.cuecard.output.ladder;

import org.jspecify.annotations.NullMarked;
