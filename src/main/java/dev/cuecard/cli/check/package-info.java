/** {@code cuecard check}, and its findings for people and for programs. */
@NullMarked
package dev.cuecard.cli.check;

import org.jspecify.annotations.NullMarked;
