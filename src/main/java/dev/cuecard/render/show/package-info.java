/** Requests as people look at them: as what is sent, as a transcript, as tokens. */
@NullMarked
package dev.cuecard.render.show;

import org.jspecify.annotations.NullMarked;
