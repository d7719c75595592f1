/** The library for JSON Schema: how it is set up, and what its errors and schemas tell. */
@NullMarked
package dev.cuecard.schema.engine;

import org.jspecify.annotations.NullMarked;
