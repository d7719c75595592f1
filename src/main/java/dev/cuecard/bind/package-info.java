/** Java types and prompts: values as JSON, JSON as values, and whether the two go together, before anything is sent. */
@NullMarked
package dev.cuecard.bind;

import org.jspecify.annotations.NullMarked;
