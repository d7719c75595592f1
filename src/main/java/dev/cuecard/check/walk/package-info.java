/** Walks over checked expressions. */
@org.jspecify.annotations.NullMarked
package dev.cuecard.check.walk;
