/** Calls that were made once and are kept beside the prompts, to be answered from again. */
@NullMarked
package dev.cuecard.testing.recording;

import org.jspecify.annotations.NullMarked;
