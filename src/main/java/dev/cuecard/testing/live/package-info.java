/** Tests that ask models: how many at once, within what budget, and what it comes to. */
@NullMarked
package dev.cuecard.testing.live;

import org.jspecify.annotations.NullMarked;
