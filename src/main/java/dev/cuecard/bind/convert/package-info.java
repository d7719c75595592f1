/** Makes Java values of JSON and JSON of Java values. Not for programs. */
@NullMarked
package dev.cuecard.bind.convert;

import org.jspecify.annotations.NullMarked;
