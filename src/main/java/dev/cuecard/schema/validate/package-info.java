/** Holding a value against a schema, and saying in plain words what does not fit and where. */
@NullMarked
package dev.cuecard.schema.validate;

import org.jspecify.annotations.NullMarked;
