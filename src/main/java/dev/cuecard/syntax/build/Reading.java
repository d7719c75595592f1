package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Words;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** One reading of one file: where its tokens stand in the text, what documents them, and what was found wrong. */
public final class Reading {

    private final Source source;
    private final TokenArray tokens;
    private final Docs docs;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Integer> foreignTags = new ArrayList<>();

    /** Of a file of which nothing is found yet. */
    public Reading(Source source, TokenArray tokens, Docs docs) {
        this.source = source;
        this.tokens = tokens;
        this.docs = docs;
    }

    /** The file. */
    public Source source() {
        return source;
    }

    /** What documents its tokens. */
    public Docs docs() {
        return docs;
    }

    /** What was found wrong so far. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** Notes a mistake. */
    public void report(Diagnostic finding) {
        findings.add(finding);
    }

    /** Notes that a tag of another language stood here, and was reported. */
    public void foreignTag(int offset) {
        foreignTags.add(offset);
    }

    boolean hasForeignTag(Span span) {
        return foreignTags.stream().anyMatch(at -> at >= span.start() && at < span.end());
    }

    /** The type of the token before one, EOF where there is none. */
    int typeBefore(Token token) {
        int index = token.getTokenIndex();
        return index == 0 ? Token.EOF : tokens.get(index - 1).getType();
    }

    /** Where the token after one stands. */
    public Span spanAfter(Token token) {
        return span(tokens.get(token.getTokenIndex() + 1));
    }

    /** Where a token stands. */
    public Span span(Token token) {
        return source.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** From one token to the end of another, or to its own beginning where the other ends before it. */
    public Span span(Token from, Token to) {
        return source.span(from.getStartIndex(), Math.max(from.getStartIndex(), to.getStopIndex() + 1));
    }

    Span span(ParserRuleContext context) {
        return span(context.getStart(), context.getStop());
    }

    /** What documents what begins with this token, or null; asked once. */
    @Nullable
    Doc doc(Token token) {
        return docs.take(source, token.getTokenIndex());
    }

    Name name(ParserRuleContext word) {
        Span span = span(word);
        return new Name(span, span.text());
    }

    @Nullable
    Name nameOrNull(@Nullable ParserRuleContext word) {
        return word == null ? null : name(word);
    }

    /** The name of a variable. */
    Name variable(CuecardParser.NameContext context) {
        Name name = name(context);
        if (Words.NO_VARIABLES.contains(name.text())) {
            report(SyntaxErrors.keywordAsName(name.span(), "variable"));
        }
        return name;
    }

    /** The name of a type or a role. */
    Name noKeyword(CuecardParser.NameContext context, String what) {
        Name name = name(context);
        if (Words.isKeyword(name.text())) {
            report(SyntaxErrors.keywordAsName(name.span(), what));
        }
        return name;
    }

    Path path(CuecardParser.PathContext context) {
        Span first = span(context.NAME().getSymbol());
        Name name = new Name(first, first.text());
        return context.name() == null
                ? new Path(first, null, name)
                : new Path(span(context), name, name(context.name()));
    }

    /** Reports each comma that follows a comma. */
    void commas(ParserRuleContext list) {
        Token before = null;
        for (int i = 0; i < list.getChildCount(); i++) {
            ParseTree child = list.getChild(i);
            Token comma =
                    child.getPayload() instanceof Lexeme token && token.getType() == CuecardParser.COMMA ? token : null;
            if (before != null && comma != null) {
                report(SyntaxErrors.doubledComma(span(comma)));
            }
            before = comma;
        }
    }
}
