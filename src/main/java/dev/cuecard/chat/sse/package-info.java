/** Server-sent events out of bytes, in whatever pieces they arrive. */
@NullMarked
package dev.cuecard.chat.sse;

import org.jspecify.annotations.NullMarked;
