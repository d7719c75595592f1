/** The door for {@code javax.script}: prompts as scripts, their inputs as bindings. */
@NullMarked
package dev.cuecard.script;

import org.jspecify.annotations.NullMarked;
