/** Runs the tests of prompts: from canned replies, from recordings or from a model. */
@NullMarked
package dev.cuecard.testing;

import org.jspecify.annotations.NullMarked;
