/**
 * The door for JUnit: an engine of the JUnit Platform that discovers the tests of {@code .prompt} files, and
 * {@link PromptTests} for a test factory of Jupiter.
 */
@NullMarked
package dev.cuecard.junit;

import org.jspecify.annotations.NullMarked;
