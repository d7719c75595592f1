package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.build.DeclarationBuilder;
import dev.cuecard.syntax.build.Docs;
import dev.cuecard.syntax.build.Reading;
import dev.cuecard.syntax.mistake.TextErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that does not fit the grammar. The scanner mends what is not closed; the parser is called for one
 * declaration after the other, and after a mistake goes on with the next line of the braces it stands in, then with the
 * next declaration.
 */
final class Recovery {

    private final Source source;
    private final CuecardLexer lexer;
    private final ScanFaults faults;
    private final TokenArray tokens;
    private final Layout layout;
    private final CuecardParser parser;
    private final Reading reading;
    private final DeclarationBuilder builder;
    private final List<Declaration> declarations = new ArrayList<>();

    /** The line of the last mistake that was reported: a second one on it is seldom one of its own. */
    private int reportedLine;

    /** Whether the last mistake was told. */
    private boolean told;
    /** The first mistake that was not told. */
    private @Nullable Diagnostic untold;

    private Recovery(Source source, boolean expression) {
        this.source = source;
        this.lexer = new CuecardLexer(new Utf16Stream(source.name(), source.text()));
        if (expression) {
            lexer.readExpression();
        }
        this.faults = new ScanFaults(source);
        this.tokens = lexer.scan(faults, true);
        this.layout = new Layout(source, tokens);
        this.parser = PromptParser.parser(tokens);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        this.reading = new Reading(source, tokens, Docs.of(lexer.comments(), tokens));
        this.builder = new DeclarationBuilder(reading);
    }

    static Parsed parse(Source source) {
        Recovery recovery = new Recovery(source, false);
        recovery.faults.noteForeignTags(recovery.reading);
        recovery.declarations();
        recovery.report();
        return PromptParser.parsed(recovery.reading, recovery.lexer.comments(), recovery.declarations);
    }

    /** What is wrong with a text that is to be read by one rule as a whole. */
    static List<Diagnostic> snippet(Source source, Function<CuecardParser, ? extends ParserRuleContext> rule) {
        Recovery recovery = new Recovery(source, true);
        recovery.faults.noteForeignTags(recovery.reading);
        if (recovery.tokens.size() > 1) {
            recovery.attempt(0, () -> recovery.whole(rule), context -> {}, false);
        }
        recovery.report();
        return recovery.reading.findings().stream().sorted(Diagnostic.BY_PLACE).toList();
    }

    private ParserRuleContext whole(Function<CuecardParser, ? extends ParserRuleContext> rule) {
        ParserRuleContext context = rule.apply(parser);
        if (tokens.LA(1) != Token.EOF) {
            throw new Surplus(parser);
        }
        return context;
    }

    private void report() {
        faults.report(reading);
        faults.closersAlone().forEach(this::unopened);
        if (untold != null && !Diagnostic.stops(reading.findings())) {
            reading.report(untold);
        }
    }

    /** Quotes that were to close a text, and the lines of that text read as if they were declarations: one mistake. */
    private void unopened(Span quotes) {
        int from = 0;
        for (Declaration declaration : declarations) {
            if (!(declaration instanceof Declaration.Broken)
                    && declaration.span().end() <= quotes.start()
                    && !hasMistake(declaration.span())) {
                from = Math.max(from, declaration.span().end());
            }
        }
        int begin = from;
        List<Diagnostic> stray = reading.findings().stream()
                .filter(finding -> isErrorIn(finding, begin, quotes.start() + 1))
                .sorted(Diagnostic.BY_PLACE)
                .toList();
        if (stray.size() > 1) {
            reading.findings().removeAll(stray);
            reading.report(TextErrors.unopened(stray.get(0), quotes));
        }
    }

    private boolean hasMistake(Span span) {
        return reading.findings().stream().anyMatch(finding -> isErrorIn(finding, span.start(), span.end()));
    }

    private static boolean isErrorIn(Diagnostic finding, int from, int to) {
        int start = finding.primary() == null ? -1 : finding.primary().span().start();
        return finding.isError() && from <= start && start < to;
    }

    /** The tree of a file of which nothing can be read. */
    static PromptFile broken(Source source) {
        Span whole = source.span(0, source.text().length());
        return new PromptFile(whole, List.of(new Declaration.Broken(whole, null, null)), List.of());
    }

    private void declarations() {
        while (tokens.LA(1) != Token.EOF) {
            int start = tokens.index();
            boolean read = attempt(
                    start, parser::declaration, context -> declarations.add(builder.declaration(context)), false);
            if (!read) {
                int own = layout.indentation(start);
                int next = layout.nextDeclaration(
                        Math.max(tokens.index(), start), own > layout.indentation(0) ? own - 1 : own);
                if (told) {
                    faults.forgive(tokens.get(start).start(), tokens.get(next).start());
                }
                declarations.add(broken(start, next));
                tokens.seek(next);
            }
        }
    }

    /** Reads one thing; after a mistake, which is reported, stands behind the braces that hold it. */
    private <C extends ParserRuleContext> boolean attempt(int start, Supplier<C> rule, Consumer<C> use, boolean inner) {
        C context;
        try {
            context = rule.get();
            if (!endsHere(inner)) {
                throw new Surplus(parser);
            }
        } catch (ParseCancellationException mistake) {
            afterMistake(start, cause(mistake));
            return false;
        } catch (RecognitionException mistake) {
            afterMistake(start, mistake);
            return false;
        }
        use.accept(context);
        return true;
    }

    private static RecognitionException cause(ParseCancellationException mistake) {
        if (mistake.getCause() instanceof RecognitionException cause) {
            return cause;
        }
        throw new IllegalStateException("the parser stops for what it does not recognize alone", mistake);
    }

    /** Something is read, and behind it stands what neither belongs to it nor begins something else. */
    static final class Surplus extends RecognitionException {

        private static final long serialVersionUID = 1;

        Surplus(CuecardParser parser) {
            super(parser, parser.getInputStream(), parser.getContext());
            setOffendingToken(parser.getCurrentToken());
        }
    }

    /** Whether a declaration may end before the next token, or what stands in braces or a text if {@code inner}. */
    private boolean endsHere(boolean inner) {
        Lexeme next = tokens.LT(1);
        return switch (next.getType()) {
            case Token.EOF, CuecardParser.START -> true;
            case CuecardParser.RBRACE,
                    CuecardParser.COMMA,
                    CuecardParser.CHUNK,
                    CuecardParser.TAG_OPEN,
                    CuecardParser.UNQUOTE -> inner || next.first();
            default -> next.first();
        };
    }

    private void afterMistake(int start, RecognitionException mistake) {
        Lexeme at = (Lexeme) mistake.getOffendingToken();
        Diagnostic finding = new ParseMistake(reading, tokens, start, mistake).explain();
        int line = finding.primary() == null ? 0 : finding.primary().span().line();
        told = line == reportedLine || !faults.explain(tokens, start, at);
        if (told && line != reportedLine) {
            reading.report(finding);
            reportedLine = line;
        } else if (untold == null) {
            untold = finding;
        }
        int index = Math.max(at.getTokenIndex(), start + 1);
        for (RuleContext context = mistake.getCtx(); context != null; context = context.parent) {
            int brace = openingBrace((ParserRuleContext) context);
            if (brace >= start && brace < index) {
                index = items(context.getRuleIndex(), brace, index);
            }
        }
        tokens.seek(Math.max(index, start + 1));
    }

    /** The token that opens the braces of what holds lines of one kind, or -1. */
    private static int openingBrace(ParserRuleContext context) {
        Token brace = switch (context.getRuleIndex()) {
            case CuecardParser.RULE_objectType,
                    CuecardParser.RULE_settings,
                    CuecardParser.RULE_block,
                    CuecardParser.RULE_text -> context.getStart();
            case CuecardParser.RULE_test ->
                context.getToken(CuecardParser.LBRACE, 0) == null
                        ? null
                        : context.getToken(CuecardParser.LBRACE, 0).getSymbol();
            default -> null;
        };
        if (brace == null || (brace.getType() != CuecardParser.LBRACE && brace.getType() != CuecardParser.QUOTE)) {
            return -1;
        }
        return brace.getTokenIndex();
    }

    /** Reads what stands in braces from the next line on; returns the index behind them. */
    private int items(int rule, int brace, int failed) {
        int close = layout.closing(brace);
        int indentation = layout.indentation(Math.min(brace + 1, close));
        int index = layout.nextItem(brace, failed, close, indentation);
        while (index < close) {
            tokens.seek(index);
            if (attempt(index, () -> item(rule), this::build, true)) {
                index = tokens.LA(1) == CuecardParser.COMMA ? tokens.index() + 1 : tokens.index();
            } else {
                index = layout.nextItem(brace, Math.max(tokens.index(), index + 1), close, indentation);
            }
        }
        return close + 1;
    }

    private ParserRuleContext item(int rule) {
        return switch (rule) {
            case CuecardParser.RULE_objectType -> parser.field();
            case CuecardParser.RULE_settings -> parser.setting();
            case CuecardParser.RULE_block -> parser.statement();
            case CuecardParser.RULE_text -> parser.part();
            default -> parser.testItem();
        };
    }

    /** Builds what was read for the mistakes that only building finds; the tree has no place for it. */
    private void build(ParserRuleContext context) {
        switch (context.getRuleIndex()) {
            case CuecardParser.RULE_field -> builder.field((CuecardParser.FieldContext) context);
            case CuecardParser.RULE_setting -> builder.setting((CuecardParser.SettingContext) context);
            case CuecardParser.RULE_statement -> builder.statement((CuecardParser.StatementContext) context);
            case CuecardParser.RULE_part -> builder.part((CuecardParser.PartContext) context);
            default -> builder.testItem((CuecardParser.TestItemContext) context);
        }
    }

    private Declaration.Broken broken(int start, int end) {
        int word = tokens.get(start).getType() == CuecardParser.START ? start + 1 : start;
        Lexeme first = tokens.get(Math.min(word, tokens.size() - 1));
        Lexeme last = tokens.get(Math.max(start, end - 1));
        return new Declaration.Broken(
                source.span(first.start(), Math.max(first.end(), last.end())),
                first.getType() == Token.EOF ? null : named(first),
                declared(word, end));
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
