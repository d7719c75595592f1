/** Values that fit a JSON Schema, made up but plausible, and always the same for the same dice. */
@NullMarked
package dev.cuecard.sim.sample;

import org.jspecify.annotations.NullMarked;
