package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.TestItem;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.build.DeclarationBuilder;
import dev.cuecard.syntax.build.Docs;
import dev.cuecard.syntax.build.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is typed into a session. What a text could be is tried in turn: what its first word speaks for comes first,
 * and the first that fits the grammar is taken. When none fits, it is unfinished if one of them only met its end.
 */
public final class SnippetParser {

    /** The ways to read a text. */
    private enum Form {
        DECLARATIONS,
        BINDING,
        EXPRESSION
    }

    /** What the language says of a run, by words that begin something elsewhere. */
    private static final Set<Integer> GIVEN = Set.of(CuecardParser.OUTPUT, CuecardParser.REPLY, CuecardParser.MODEL);

    private static final Set<Integer> SPEAKERS = Set.of(CuecardParser.NAME, CuecardParser.SPEAKER);

    private static final Set<Integer> OPERAND_ENDS = Set.of(
            CuecardParser.NAME,
            CuecardParser.TEXT,
            CuecardParser.UNQUOTE,
            CuecardParser.NUMBER,
            CuecardParser.RPAREN,
            CuecardParser.RBRACK);

    private final Source source;
    private final OpenEnds ends;

    /** The reading that came furthest before its mistake, and whether any met only the end. */
    private @Nullable Form furthest;

    private int reached = -1;
    private boolean unfinished;

    private SnippetParser(Source source) {
        this.source = source;
        this.ends = new OpenEnds(source.text());
    }

    /** Reads a text; never throws for what it is. */
    public static Snippet parse(Source source) {
        return new SnippetParser(source).parse();
    }

    private Snippet parse() {
        TokenArray tokens = lexer(Form.DECLARATIONS).scan(ends, false);
        if (tokens.size() == 1 && !ends.open() && !ends.wrong()) {
            return new Snippet.Nothing();
        }
        for (Form form : forms(tokens)) {
            Snippet read = read(form);
            if (read != null) {
                return read;
            }
        }
        List<Diagnostic> findings = findings(furthest == null ? Form.DECLARATIONS : furthest);
        return unfinished && !ends.wrong()
                ? new Snippet.Unfinished(findings)
                : new Snippet.Mistaken(findings, ends.open());
    }

    private CuecardLexer lexer(Form form) {
        CuecardLexer lexer = new CuecardLexer(new Utf16Stream(source.name(), source.text()));
        if (form != Form.DECLARATIONS) {
            lexer.readExpression();
        }
        ends.clear();
        return lexer;
    }

    private static List<Form> forms(TokenArray tokens) {
        int first = tokens.get(0).getType();
        int second = tokens.get(Math.min(1, tokens.size() - 1)).getType();
        if (first == CuecardParser.START) {
            // A variable may be named as a word that begins something; alone only what the language gives is meant.
            boolean alone = tokens.size() == 3 && !GIVEN.contains(second);
            return alone ? List.of(Form.DECLARATIONS) : List.of(Form.DECLARATIONS, Form.EXPRESSION);
        }
        return second == CuecardParser.EQ && first != CuecardParser.TEXT
                ? List.of(Form.BINDING)
                : List.of(Form.EXPRESSION, Form.DECLARATIONS);
    }

    private @Nullable Snippet read(Form form) {
        CuecardLexer lexer = lexer(form);
        TokenArray tokens = lexer.scan(ends, false);
        CuecardParser parser = PromptParser.parser(tokens);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        try {
            ParserRuleContext context = context(form, parser);
            if (tokens.LA(1) != Token.EOF) {
                failed(form, tokens, tokens.LT(1));
                return null;
            } else if (ends.open() || ends.wrong()) {
                failed(form, tokens, tokens.get(tokens.size() - 1));
                return null;
            }
            return built(context, new Reading(source, tokens, Docs.of(lexer.comments(), tokens)), lexer);
        } catch (ParseCancellationException mistake) {
            if (mistake.getCause() instanceof RecognitionException cause) {
                failed(form, tokens, (Lexeme) cause.getOffendingToken());
                return null;
            }
            throw mistake;
        } catch (RecognitionException mistake) {
            failed(form, tokens, (Lexeme) mistake.getOffendingToken());
            return null;
        }
    }

    private static ParserRuleContext context(Form form, CuecardParser parser) {
        return switch (form) {
            case DECLARATIONS -> parser.file();
            case BINDING -> parser.testItem();
            case EXPRESSION -> parser.expression();
        };
    }

    /** Notes how far a reading came; one that met the end, or what is open there, can go on. */
    private void failed(Form form, TokenArray tokens, Lexeme at) {
        boolean end = at.getType() == Token.EOF || at.repaired() || ends.isBehindText(at.start());
        int place = end ? source.text().length() : at.start();
        unfinished |= end && !(form == Form.DECLARATIONS && runsOn(tokens));
        if (place > reached) {
            reached = place;
            furthest = form;
        }
    }

    /**
     * Whether the last line is no code but words: a role and what it says, and then another word, which would begin a
     * message in the middle of a line.
     */
    private static boolean runsOn(TokenArray tokens) {
        int last = Math.max(0, tokens.size() - 2);
        int first = last;
        while (first > 0 && !tokens.get(first).first()) {
            first--;
        }
        first += tokens.get(first).getType() == CuecardParser.START ? 1 : 0;
        return last - first >= 2
                && SPEAKERS.contains(tokens.get(first).getType())
                && OPERAND_ENDS.contains(tokens.get(last - 1).getType())
                && tokens.get(last).getType() == CuecardParser.NAME;
    }

    private Snippet built(ParserRuleContext context, Reading reading, CuecardLexer lexer) {
        DeclarationBuilder builder = new DeclarationBuilder(reading);
        Snippet snippet;
        if (context instanceof CuecardParser.FileContext file) {
            List<Declaration> declarations = new ArrayList<>();
            file.declaration().forEach(one -> declarations.add(builder.declaration(one)));
            Parsed parsed = PromptParser.parsed(reading, lexer.comments(), declarations);
            snippet = new Snippet.Declared(parsed.file(), parsed.findings());
        } else if (context instanceof CuecardParser.TestItemContext item
                && builder.testItem(item) instanceof TestItem.Bind bind) {
            snippet = new Snippet.Bound(bind.name(), bind.value());
        } else {
            snippet = new Snippet.Asked(builder.expression((CuecardParser.ExpressionContext) context));
        }
        return Diagnostic.stops(reading.findings()) ? new Snippet.Mistaken(reading.findings(), false) : snippet;
    }

    private List<Diagnostic> findings(Form form) {
        List<Diagnostic> found = switch (form) {
            case DECLARATIONS -> PromptParser.parse(source).findings();
            case BINDING -> Recovery.snippet(source, CuecardParser::testItem);
            case EXPRESSION -> Recovery.snippet(source, CuecardParser::expression);
        };
        return found.isEmpty() ? PromptParser.parse(source).findings() : found;
    }
}
