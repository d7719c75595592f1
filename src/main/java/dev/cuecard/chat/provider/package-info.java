/** Where requests go and what opens the door there: names, base URLs, keys, headers. */
@NullMarked
package dev.cuecard.chat.provider;

import org.jspecify.annotations.NullMarked;
