/** The models that a prompt names: what is set for them, and what is known of them and does not go with that. */
@NullMarked
package dev.cuecard.check.model;

import org.jspecify.annotations.NullMarked;
