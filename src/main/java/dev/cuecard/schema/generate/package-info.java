/** Types to JSON Schema: the full one that replies are held against, and the one that is sent. */
@NullMarked
package dev.cuecard.schema.generate;

import org.jspecify.annotations.NullMarked;
