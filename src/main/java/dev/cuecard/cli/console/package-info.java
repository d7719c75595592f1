/** What every command stands on: the streams and the environment it talks to, the engine they configure, and the ways to end. */
@NullMarked
package dev.cuecard.cli.console;

import org.jspecify.annotations.NullMarked;
