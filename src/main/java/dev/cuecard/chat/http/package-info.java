/** The chat client over HTTP: one attempt, what can go wrong with it, and what the replies of many servers mean. */
@NullMarked
package dev.cuecard.chat.http;

import org.jspecify.annotations.NullMarked;
