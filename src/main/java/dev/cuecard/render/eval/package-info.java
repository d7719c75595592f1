/** Checked expressions and texts to values: the part of rendering that tests and conditions on replies share. */
@NullMarked
package dev.cuecard.render.eval;

import org.jspecify.annotations.NullMarked;
