/** The program {@code cuecard}: its commands, and where it starts. */
@NullMarked
package dev.cuecard.cli;

import org.jspecify.annotations.NullMarked;
