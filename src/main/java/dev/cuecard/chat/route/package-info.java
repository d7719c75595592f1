/** Which provider answers for a model, and which of them may have which key. */
@NullMarked
package dev.cuecard.chat.route;

import org.jspecify.annotations.NullMarked;
