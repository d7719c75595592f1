/** What so many passes out of so many runs show. */
@NullMarked
package dev.cuecard.testing.statistics;

import org.jspecify.annotations.NullMarked;
