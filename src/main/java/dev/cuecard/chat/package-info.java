/** Request and reply as plain records, the chat client, providers, the HTTP client. */
@NullMarked
package dev.cuecard.chat;

import org.jspecify.annotations.NullMarked;
