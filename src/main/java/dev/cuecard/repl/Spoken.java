package dev.cuecard.repl;

/**
 * One thing that was submitted, and what was said to it.
 *
 * @param text what was typed
 * @param reaction what the session made of it
 */
public record Spoken(String text, Reaction reaction) {}
