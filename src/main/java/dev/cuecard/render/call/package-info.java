/** What filters, functions and operators give, of the language and of the host. */
@NullMarked
package dev.cuecard.render.call;

import org.jspecify.annotations.NullMarked;
