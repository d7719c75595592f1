package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.ParserBase;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Words;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says why a declaration could not be read. */
final class ParseMistake {

    private static final IntervalSet OPERATORS = IntervalSet.of(CuecardParser.AND, CuecardParser.IN);

    static {
        OPERATORS.remove(CuecardParser.NOT);
        for (int sign : new int[] {
            CuecardParser.IF,
            CuecardParser.LBRACK,
            CuecardParser.LPAREN,
            CuecardParser.DOT,
            CuecardParser.SAFE,
            CuecardParser.COALESCE,
            CuecardParser.BAR,
            CuecardParser.EQUAL,
            CuecardParser.NOT_EQUAL,
            CuecardParser.LESS,
            CuecardParser.LESS_EQUAL,
            CuecardParser.GREATER,
            CuecardParser.GREATER_EQUAL,
            CuecardParser.PLUS,
            CuecardParser.MINUS,
            CuecardParser.STAR,
            CuecardParser.SLASH,
            CuecardParser.PERCENT,
            CuecardParser.QUESTION,
            CuecardParser.OR
        }) {
            OPERATORS.add(sign);
        }
    }

    private final Reading reading;
    private final TokenArray tokens;
    private final int start;

    ParseMistake(Reading reading, TokenArray tokens, int start) {
        this.reading = reading;
        this.tokens = tokens;
        this.start = start;
    }

    @Nullable
    Diagnostic explain(RecognitionException mistake, Lexeme at) {
        Span span = reading.span(at);
        if (mistake instanceof ParserBase.TooDeep) {
            return ParseErrors.tooDeep(span);
        }
        Lexeme first = tokens.get(start);
        int index = at.getTokenIndex();
        for (int second : new int[] {start + 1, index, index + 1}) {
            if (opensTag(second)) {
                return ParseErrors.tagOutsideText(reading.span(tokens.get(second - 1), tokens.get(second)));
            }
        }
        if (first.getType() == CuecardParser.NAME) {
            List<String> known = new ArrayList<>(Words.DECLARATIONS);
            known.addAll(Words.STATEMENTS);
            return ParseErrors.unknownWord(reading.span(first), known, false);
        }
        if (at.getType() == CuecardParser.START) {
            Lexeme word = tokens.get(at.getTokenIndex() + 1);
            if (at.getTokenIndex() == start) {
                return ParseErrors.misplaced(reading.span(word), "in a test");
            }
            return notFinished(mistake, "line " + span.line());
        } else if (at.getType() == Token.EOF) {
            return notFinished(mistake, "the end of the file");
        } else if (at.getType() == CuecardParser.NAME
                && Words.isKeyword(span.text())
                && !expected(mistake).contains(CuecardParser.NAME)) {
            return ParseErrors.notFirst(span);
        } else if (Words.RESERVED.contains(span.text()) && expected(mistake).contains(CuecardParser.NAME)) {
            return SyntaxErrors.keywordAsName(span, "variable");
        }
        String what = what(mistake);
        return what == null
                ? ParseErrors.unexpected(span, got(at), before(at))
                : ParseErrors.expected(span, what, got(at));
    }

    /** Whether the token is the second of two braces, which no expression has side by side. */
    private boolean opensTag(int second) {
        if (second < 1 || second >= tokens.size()) {
            return false;
        }
        Lexeme before = tokens.get(second - 1);
        Lexeme brace = tokens.get(second);
        return before.getType() == CuecardParser.LBRACE
                && brace.getType() == CuecardParser.LBRACE
                && before.getStopIndex() + 1 == brace.getStartIndex();
    }

    private Diagnostic notFinished(RecognitionException mistake, String next) {
        Lexeme last = tokens.get(Math.max(0, mistake.getOffendingToken().getTokenIndex() - 1));
        String word =
                reading.span(tokens.get(Math.min(start + 1, tokens.size() - 1))).text();
        String what = what(mistake);
        return ParseErrors.notFinished(reading.span(last), word, what == null ? "more" : what, next);
    }

    private String got(Lexeme at) {
        return switch (at.getType()) {
            case Token.EOF -> "end of file";
            case CuecardParser.QUOTE -> "a text";
            default -> "`" + Shown.cut(reading.span(at).text()) + "`";
        };
    }

    private String before(Lexeme at) {
        Lexeme last = tokens.get(Math.max(0, at.getTokenIndex() - 1));
        return "`" + Shown.cut(reading.span(last).text()) + "`";
    }

    private static IntervalSet expected(RecognitionException mistake) {
        boolean later = mistake instanceof NoViableAltException none
                && none.getStartToken().getTokenIndex()
                        != none.getOffendingToken().getTokenIndex();
        if (later || mistake.getOffendingState() < 0) {
            return new IntervalSet();
        }
        return mistake.getExpectedTokens();
    }

    /** What could stand at the mistake, or null when that is too much to tell. */
    private static @Nullable String what(RecognitionException mistake) {
        IntervalSet expected = expected(mistake);
        if (expected.contains(CuecardParser.NUMBER) && expected.contains(CuecardParser.NOT)) {
            return "a value";
        } else if (expected.contains(CuecardParser.NULL) && expected.contains(CuecardParser.MINUS)) {
            return "a type";
        } else if (expected.contains(CuecardParser.TEXT)) {
            return expected.contains(CuecardParser.NAME) ? "a name or a text" : "a text";
        } else if (expected.contains(CuecardParser.NAME)) {
            return "a name";
        }
        IntervalSet signs = expected.subtract(OPERATORS);
        List<String> words = new ArrayList<>();
        for (int type : signs.toArray()) {
            String literal = CuecardParser.VOCABULARY.getLiteralName(type);
            if (literal != null) {
                words.add("`" + literal.substring(1, literal.length() - 1) + "`");
            }
        }
        if (words.isEmpty() || words.size() > 4) {
            return null;
        }
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
