/** Options that several commands share, and what is made of them. */
@NullMarked
package dev.cuecard.cli.option;

import org.jspecify.annotations.NullMarked;
