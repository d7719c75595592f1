/** Types; as JSON Schema, as wire schema, as sketch; validating a value. */
@NullMarked
package dev.cuecard.schema;

import org.jspecify.annotations.NullMarked;
