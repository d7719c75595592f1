/** What tests cost, and what they will. */
@NullMarked
package dev.cuecard.testing.cost;

import org.jspecify.annotations.NullMarked;
