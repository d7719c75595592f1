/** What models write where JSON is asked for: text that is JSON but for its marks, and how it becomes JSON. */
@NullMarked
package dev.cuecard.output.repair;

import org.jspecify.annotations.NullMarked;
