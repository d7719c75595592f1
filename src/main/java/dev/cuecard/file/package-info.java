/** Files that a person names: read as text, replaced as a whole. */
@org.jspecify.annotations.NullMarked
package dev.cuecard.file;
