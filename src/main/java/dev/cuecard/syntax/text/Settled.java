package dev.cuecard.syntax.text;

import dev.cuecard.syntax.TextPart;

/**
 * A part of a text whose white space is settled.
 *
 * @param part a tag as it is, or a literal with the text that is left of it, never empty
 * @param indent for a {@link TextPart.Print}: what stands before the further lines of its value that are not empty;
 *     empty where they stay as they are, and for every other part
 */
public record Settled(TextPart part, String indent) {}
