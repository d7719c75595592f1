/** A JSON Schema read back as a type, and where in a value a schema speaks of. */
@NullMarked
package dev.cuecard.schema.read;

import org.jspecify.annotations.NullMarked;
