/** What can be done with values: printing, comparing and counting them, taking them apart, and what stops that. */
@NullMarked
package dev.cuecard.render.value;

import org.jspecify.annotations.NullMarked;
