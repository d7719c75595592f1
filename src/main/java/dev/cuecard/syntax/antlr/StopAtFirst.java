package dev.cuecard.syntax.antlr;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;

/** Ends the parsing at the first mistake and says nothing about it: whoever called the parser does. */
public final class StopAtFirst extends BailErrorStrategy {

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {}
}
