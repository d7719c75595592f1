/** Types as a short commented sketch, as a model reads them best. */
@NullMarked
package dev.cuecard.schema.sketch;

import org.jspecify.annotations.NullMarked;
