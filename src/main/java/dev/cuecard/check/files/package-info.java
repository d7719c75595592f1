/** Where the files come from that a prompt names: those it imports, and those it reads. */
@NullMarked
package dev.cuecard.check.files;

import org.jspecify.annotations.NullMarked;
