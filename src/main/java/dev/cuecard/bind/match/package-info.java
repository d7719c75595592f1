/** What of Java stands for what of a prompt: its names, its types and the alternatives among them. Not for programs. */
@NullMarked
package dev.cuecard.bind.match;

import org.jspecify.annotations.NullMarked;
