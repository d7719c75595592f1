/** What declarations mean: inputs, lets, templates, tools and outputs, and what a host declares. */
@NullMarked
package dev.cuecard.check.define;

import org.jspecify.annotations.NullMarked;
