/** When a call is tried again, and how long it waits: pure rules, with time as a value. */
@NullMarked
package dev.cuecard.chat.retry;

import org.jspecify.annotations.NullMarked;
