/** The commands. */
@org.jspecify.annotations.NullMarked
package dev.cuecard.cli;
