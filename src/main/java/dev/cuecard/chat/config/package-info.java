/** What {@code cuecard.json} says: providers, models, what is to be kept out of recordings. */
@NullMarked
package dev.cuecard.chat.config;

import org.jspecify.annotations.NullMarked;
