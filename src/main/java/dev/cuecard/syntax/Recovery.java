package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Fault;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that does not fit the grammar: the scanner mends what is not closed, the parser is called for one
 * declaration after the other, and after a mistake goes on where the next one begins.
 */
final class Recovery {

    /** A fault of the scanner. */
    private record Found(Fault fault, int start, int end, int until) {}

    private final Source source;
    private final CuecardLexer lexer;
    private final TokenArray tokens;
    private final CuecardParser parser;
    private final Reading reading;
    private final DeclarationBuilder builder;
    private final List<Found> faults = new ArrayList<>();
    private final Set<Integer> faultyLines = new HashSet<>();
    private final List<Declaration> declarations = new ArrayList<>();

    private Recovery(Source source) {
        this.source = source;
        this.lexer = new CuecardLexer(new Utf16Stream(source.name(), source.text()));
        this.tokens = lexer.scan((fault, start, end, until) -> faults.add(new Found(fault, start, end, until)), true);
        this.parser = PromptParser.parser(tokens);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        this.reading = new Reading(source, tokens, Docs.of(lexer.comments(), tokens));
        this.builder = new DeclarationBuilder(reading);
    }

    static Parsed parse(Source source) {
        Recovery recovery = new Recovery(source);
        recovery.reportFaults();
        recovery.declarations();
        return PromptParser.parsed(recovery.reading, recovery.lexer.comments(), recovery.declarations);
    }

    /** The tree of a file of which nothing can be read. */
    static PromptFile broken(Source source) {
        Span whole = source.span(0, source.text().length());
        return new PromptFile(whole, List.of(new Declaration.Broken(whole, null, null)), List.of());
    }

    /** One a line: what follows a fault on its line is seldom one of its own. */
    private void reportFaults() {
        for (Found found : faults) {
            if (found.fault == Fault.FOREIGN_TAG) {
                reading.foreignTag(found.start);
            }
            if (faultyLines.add(source.line(found.start))) {
                reading.report(ScanErrors.of(found.fault, source.span(found.start, found.end), found.until));
            }
        }
    }

    private void declarations() {
        while (tokens.LA(1) != Token.EOF) {
            int start = tokens.index();
            try {
                CuecardParser.DeclarationContext context = parser.declaration();
                if (startsAnother()) {
                    declarations.add(builder.declaration(context));
                    continue;
                }
                throw new ParseCancellationException(new Unexpected(parser));
            } catch (ParseCancellationException mistake) {
                report(start, cause(mistake));
            } catch (RecognitionException mistake) {
                report(start, mistake);
            }
            skip(start);
        }
    }

    /** A declaration is read and something stands behind it that begins no other. */
    private static final class Unexpected extends RecognitionException {

        private static final long serialVersionUID = 1;

        Unexpected(CuecardParser parser) {
            super(parser, parser.getInputStream(), parser.getContext());
            setOffendingToken(parser.getCurrentToken());
        }
    }

    private static RecognitionException cause(ParseCancellationException mistake) {
        if (mistake.getCause() instanceof RecognitionException cause) {
            return cause;
        }
        throw new IllegalStateException("the parser stops for what it does not recognize alone", mistake);
    }

    private boolean startsAnother() {
        return switch (tokens.LA(1)) {
            case Token.EOF, CuecardParser.START -> true;
            case CuecardParser.NAME -> tokens.LT(1).first();
            default -> false;
        };
    }

    private void report(int start, RecognitionException mistake) {
        Lexeme at = (Lexeme) mistake.getOffendingToken();
        Diagnostic finding = new ParseMistake(reading, tokens, start).explain(mistake, at);
        if (finding != null && !isFaulty(start, at)) {
            reading.report(finding);
        }
    }

    /** Whether the scanner has found fault with what is read already. */
    private boolean isFaulty(int start, Lexeme at) {
        if (at.repaired() || faultyLines.contains(source.line(at.start()))) {
            return true;
        }
        int from = tokens.get(start).start();
        for (Found found : faults) {
            if (found.fault.isStructural() && found.start >= from && found.start <= at.end()) {
                return true;
            }
        }
        return false;
    }

    private void skip(int start) {
        int depth = 0;
        int index = start;
        int failed = tokens.index();
        while (tokens.get(index).getType() != Token.EOF) {
            Lexeme token = tokens.get(index);
            switch (token.getType()) {
                case CuecardParser.LBRACE, CuecardParser.LBRACK, CuecardParser.LPAREN, CuecardParser.QUOTE -> depth++;
                case CuecardParser.RBRACE, CuecardParser.RBRACK, CuecardParser.RPAREN, CuecardParser.UNQUOTE -> depth--;
                default -> {}
            }
            index++;
            Lexeme next = tokens.get(index);
            if (index > start && depth <= 0 && index >= failed && begins(next)) {
                break;
            }
        }
        tokens.seek(index);
        declarations.add(brokenFrom(start, index));
    }

    private static boolean begins(Lexeme token) {
        return token.getType() == CuecardParser.START || (token.getType() == CuecardParser.NAME && token.first());
    }

    private Declaration.Broken brokenFrom(int start, int end) {
        int word = tokens.get(start).getType() == CuecardParser.START ? start + 1 : start;
        Lexeme first = tokens.get(Math.min(word, tokens.size() - 1));
        Lexeme last = tokens.get(Math.max(start, end - 1));
        Name begun = first.getType() == Token.EOF ? null : named(first);
        return new Declaration.Broken(
                source.span(first.start(), Math.max(first.end(), last.end())), begun, declared(word, end));
    }

    private Name named(Lexeme token) {
        Span span = reading.span(token);
        return new Name(span, span.text());
    }

    private @Nullable Name declared(int word, int end) {
        int index = word + 1;
        if (tokens.get(word).getType() == CuecardParser.TOOL
                && tokens.get(index).getType() == CuecardParser.LPAREN) {
            index += 3;
        }
        return index < end && tokens.get(index).getType() == CuecardParser.NAME ? named(tokens.get(index)) : null;
    }
}
