/** Calls: of functions, templates and filters, of the language and of the host. */
@NullMarked
package dev.cuecard.check.call;

import org.jspecify.annotations.NullMarked;
