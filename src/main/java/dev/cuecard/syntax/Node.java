package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;

/** A part of the tree. Every part knows the text it was read from; none knows its parent, none ever changes. */
public sealed interface Node
        permits PromptFile, Name, Path, Doc, Setting, Declaration, Statement, TestItem, Expression, TextPart, TypeNode {

    /** The text it was read from. */
    Span span();
}
