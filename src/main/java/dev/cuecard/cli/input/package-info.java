/** What a command line gives a prompt: its inputs, and stubs of its tools. */
@NullMarked
package dev.cuecard.cli.input;

import org.jspecify.annotations.NullMarked;
