/** What the checker knows of types: how they are written, which values fit where, and what a type can be used for. */
@NullMarked
package dev.cuecard.check.types;

import org.jspecify.annotations.NullMarked;
