/** The commands that work on one prompt: run, render, read, tokens, schema. */
@NullMarked
package dev.cuecard.cli.prompt;

import org.jspecify.annotations.NullMarked;
