/** What the API refuses in a request, and how it says so. */
@NullMarked
package dev.cuecard.sim.refuse;

import org.jspecify.annotations.NullMarked;
