/** What servers say: replies whole and streamed, and errors, in whichever of the usual ways they are said. */
@NullMarked
package dev.cuecard.chat.reply;

import org.jspecify.annotations.NullMarked;
