/** Checked prompt and inputs to a chat request. */
@NullMarked
package dev.cuecard.render;

import org.jspecify.annotations.NullMarked;
