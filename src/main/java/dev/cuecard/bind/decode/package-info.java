/** Makes Java values of JSON. Not for programs. */
@NullMarked
package dev.cuecard.bind.decode;

import org.jspecify.annotations.NullMarked;
