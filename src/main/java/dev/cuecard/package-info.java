/** The front door: load, check, render, run. */
@NullMarked
package dev.cuecard;

import org.jspecify.annotations.NullMarked;
