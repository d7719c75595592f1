/** Values as JSON, regular expressions, token counts, the table of models. */
@NullMarked
package dev.cuecard.data;

import org.jspecify.annotations.NullMarked;
