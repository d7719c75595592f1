package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.ParserBase;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Words;
import dev.cuecard.syntax.build.Reading;
import dev.cuecard.syntax.mistake.ForeignErrors;
import dev.cuecard.syntax.mistake.ParseErrors;
import dev.cuecard.syntax.mistake.Shown;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Says why something could not be read. */
final class ParseMistake {

    private final Reading reading;
    private final TokenArray tokens;
    private final int start;
    private final RecognitionException mistake;
    private final Lexeme at;
    private final Span span;
    private final Expected expected;

    /** A mistake in what begins with the token at {@code start}. */
    ParseMistake(Reading reading, TokenArray tokens, int start, RecognitionException mistake) {
        this.reading = reading;
        this.tokens = tokens;
        this.start = start;
        this.mistake = mistake;
        this.at = (Lexeme) mistake.getOffendingToken();
        this.span = reading.span(at);
        this.expected = Expected.at(mistake);
    }

    Diagnostic explain() {
        if (mistake instanceof ParserBase.TooDeep) {
            return ParseErrors.tooDeep(span);
        }
        Lexeme before = tokens.get(Math.max(0, at.getTokenIndex() - 1));
        if (at.getType() == CuecardParser.LBRACE
                && before.getType() == CuecardParser.LBRACE
                && before.end() == at.start()) {
            return ParseErrors.tagOutsideText(reading.span(before, at));
        }
        Diagnostic finding = unknownWord();
        if (finding == null) {
            finding = misplaced();
        }
        if (finding == null && !isNextPair()) {
            finding = habit();
        }
        if (finding != null) {
            return finding;
        }
        if (at.getType() == CuecardParser.START
                || at.getType() == Token.EOF
                || (startsLine() && !isSign() && !isNextPair())) {
            return notFinished(at.getTokenIndex() - 1);
        } else if (isNextPair()) {
            return notFinished(at.getTokenIndex() - 2);
        }
        if (startsLine() && (at.getType() == CuecardParser.EQ || at.getType() == CuecardParser.COLON)) {
            return ParseErrors.expected(span, "a name", got());
        }
        int colon = missingColon();
        if (colon >= 0) {
            String name = reading.span(tokens.get(colon), tokens.get(at.getTokenIndex() - 1))
                    .text();
            return ParseErrors.noColon(span, name, got());
        }
        Diagnostic misspelt = misspelt();
        if (misspelt != null) {
            return misspelt;
        }
        return expected.phrase() == null
                ? ParseErrors.unexpected(span, got(), before())
                : ParseErrors.expected(span, expected.phrase(), got());
    }

    private boolean isIn(int rule) {
        for (RuleContext context = mistake.getCtx(); context != null; context = context.parent) {
            if (context.getRuleIndex() == rule) {
                return true;
            }
        }
        return false;
    }

    /** A line's first word is held against the words of the language before anything else. */
    private @Nullable Diagnostic unknownWord() {
        Lexeme first = tokens.get(start);
        boolean test = isInTest();
        List<String> known = new ArrayList<>(test ? Words.TEST_LINES : Words.DECLARATIONS);
        if (!test) {
            known.addAll(Words.STATEMENTS);
        }
        boolean top = first.getType() == CuecardParser.NAME
                && (isIn(CuecardParser.RULE_declaration) || mistake instanceof Recovery.Surplus);
        if (top) {
            Lexeme sign = tokens.get(Math.min(start + 1, tokens.size() - 1));
            Span place = reading.span(first);
            return Words.beginsLine(place.text()) && sign.getType() != Token.EOF
                    ? ParseErrors.signAfterWord(reading.span(sign), place.text())
                    : ParseErrors.unknownWord(place, known, test);
        }
        Lexeme word = firstOfLine();
        if (word.getType() != CuecardParser.NAME || word.equals(at)) {
            return null;
        }
        boolean lines = test || isIn(CuecardParser.RULE_block) || isIn(CuecardParser.RULE_statement);
        Span place = reading.span(word);
        return lines && ParseErrors.meant(place.text(), known, test) != null
                ? ParseErrors.unknownWord(place, known, test)
                : null;
    }

    private Lexeme firstOfLine() {
        int index = at.getTokenIndex();
        while (index > start
                && !tokens.get(index).first()
                && tokens.get(index - 1).getType() != CuecardParser.LBRACE) {
            index--;
        }
        return tokens.get(index);
    }

    private @Nullable Diagnostic misplaced() {
        String text = span.text();
        boolean value = expected.has(CuecardParser.NAME) || expected.has(CuecardParser.EQ);
        if (at.getType() == CuecardParser.NAME && Words.beginsLine(text) && !value) {
            return ParseErrors.notFirst(span);
        }
        if (Words.RESERVED.contains(text) && expected.has(CuecardParser.NAME)) {
            return SyntaxErrors.keywordAsName(span, named());
        }
        Lexeme word = wordAt();
        if (word == null) {
            return null;
        }
        Span place = reading.span(word);
        boolean testLine = Words.TEST_LINES.contains(place.text());
        boolean statement = Words.STATEMENTS.contains(place.text());
        boolean inTest = isInTest();
        if (testLine && !inTest) {
            return ParseErrors.misplaced(place, "in the braces of a `test`");
        } else if (statement && inTest) {
            return ParseErrors.misplaced(place, "outside the braces of a `test`");
        } else if (!testLine && !statement && (inTest || isIn(CuecardParser.RULE_block) || isInBlock())) {
            return ParseErrors.misplaced(place, "at the top of a file, in no braces");
        }
        return null;
    }

    /** Whether the mistake stands in the braces of a test. */
    private boolean isInTest() {
        for (RuleContext context = mistake.getCtx(); context != null; context = context.parent) {
            if (context.getRuleIndex() == CuecardParser.RULE_testItem
                    || (context instanceof CuecardParser.TestContext test && test.LBRACE() != null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement is read that stands in no declaration, and so in the braces of another statement. */
    private boolean isInBlock() {
        return isIn(CuecardParser.RULE_statement) && !isIn(CuecardParser.RULE_declaration);
    }

    /** The word of a statement that begins, or would go on, where the mistake is. */
    private @Nullable Lexeme wordAt() {
        if (at.getType() == CuecardParser.START) {
            return at.getTokenIndex() == start || tokens.get(start).getType() == CuecardParser.START
                    ? tokens.get(at.getTokenIndex() + 1)
                    : null;
        }
        boolean follows =
                at.getTokenIndex() > 0 && tokens.get(at.getTokenIndex() - 1).getType() == CuecardParser.START;
        return follows ? at : null;
    }

    /** What the name would have been of. */
    private String named() {
        RuleContext context = mistake.getCtx();
        if (context != null && context.getRuleIndex() == CuecardParser.RULE_name && context.parent != null) {
            context = context.parent;
        }
        return switch (context == null ? -1 : context.getRuleIndex()) {
            case CuecardParser.RULE_typeAlias, CuecardParser.RULE_type, CuecardParser.RULE_atom -> "type";
            case CuecardParser.RULE_role -> "role";
            case CuecardParser.RULE_template -> "template";
            case CuecardParser.RULE_tool -> "tool";
            case CuecardParser.RULE_model -> "model";
            case CuecardParser.RULE_params, CuecardParser.RULE_param -> "parameter";
            default -> "variable";
        };
    }

    private @Nullable Diagnostic habit() {
        boolean operator = expected.isOperator() || mistake instanceof Recovery.Surplus;
        int next =
                tokens.get(Math.min(at.getTokenIndex() + 1, tokens.size() - 1)).getType();
        String text = span.text();
        if (at.getType() == CuecardParser.NOT && next == CuecardParser.IN) {
            Span both = span.to(reading.spanAfter(at));
            return ForeignErrors.operator(both, "not (x in y)");
        } else if (at.getType() == CuecardParser.EQ && (operator || compares())) {
            return ForeignErrors.operator(span, "==");
        } else if (at.getType() == CuecardParser.EQUAL
                && isIn(CuecardParser.RULE_testItem)
                && Words.OF_EXPECT.contains(tokens.get(at.getTokenIndex() - 1).getText())) {
            return ParseErrors.withoutExpect(
                    span, tokens.get(at.getTokenIndex() - 1).getText());
        } else if (at.getType() == CuecardParser.EQUAL
                && (expected.has(CuecardParser.EQ) || statementWord() == CuecardParser.VAR)) {
            return ForeignErrors.operator(span, "=");
        } else if (at.getType() == CuecardParser.COMMA && statementWord() == CuecardParser.ENSURE) {
            return ParseErrors.expected(span, "`:` before the message", got());
        } else if (at.getType() == CuecardParser.MINUS && statementWord() == CuecardParser.MODEL) {
            return ParseErrors.expected(span, "the name of a model in quotes", got());
        } else if (at.getType() == CuecardParser.LBRACK && "a type".equals(expected.phrase())) {
            return ParseErrors.listType(
                    span, reading.span(tokens.get(at.getTokenIndex() + 1)).text());
        } else if (at.getType() == CuecardParser.QUESTION && operator) {
            return ForeignErrors.operator(span, "a if condition else b");
        } else if (at.getType() == CuecardParser.NAME && operator) {
            return switch (text) {
                case "is" -> ForeignErrors.operator(span, "==");
                case "mod" -> ForeignErrors.operator(span, "%");
                case "contains" -> ForeignErrors.operator(span, "part in whole");
                default -> null;
            };
        } else if (text.equals("of") && expected.has(CuecardParser.IN)) {
            return ForeignErrors.operator(span, "in");
        }
        return null;
    }

    /** The token of the last word before the mistake that begins a statement. */
    private int statementWord() {
        int index = at.getTokenIndex() - 1;
        while (index > start && tokens.get(index).getType() != CuecardParser.START) {
            index--;
        }
        return tokens.get(Math.min(index + 1, tokens.size() - 1)).getType();
    }

    private boolean compares() {
        return switch (statementWord()) {
            case CuecardParser.EXPECT, CuecardParser.ENSURE, CuecardParser.IF -> true;
            default -> false;
        };
    }

    /** The token of the name of an input behind which its type stands without a sign, or -1. */
    private int missingColon() {
        int name = at.getTokenIndex() - 1;
        if (name > start && tokens.get(name).getType() == CuecardParser.QUESTION) {
            name--;
        }
        boolean type = switch (at.getType()) {
            case CuecardParser.NAME,
                    CuecardParser.UNTRUSTED,
                    CuecardParser.NULL,
                    CuecardParser.TEXT,
                    CuecardParser.LBRACE -> true;
            default -> false;
        };
        return type && !at.first() && name > start && tokens.get(name - 1).getType() == CuecardParser.VAR ? name : -1;
    }

    /** A word in the middle of a line that is nearly one which can stand there. */
    private @Nullable Diagnostic misspelt() {
        Lexeme before = tokens.get(Math.max(0, at.getTokenIndex() - 1));
        if (at.getType() == CuecardParser.NAME
                && before.getType() == CuecardParser.RBRACE
                && Nearest.of(at.getText(), List.of("else")) != null) {
            return ParseErrors.misspelt(span, "else");
        }
        for (Lexeme word : List.of(at, before)) {
            String nearest = word.getType() != CuecardParser.NAME || word.getTokenIndex() <= start + 1
                    ? null
                    : Nearest.of(word.getText(), Words.following(statementWord(), at.equals(word)));
            if (nearest != null) {
                return ParseErrors.misspelt(reading.span(word), nearest);
            }
        }
        return null;
    }

    /** Whether the mistake is a sign that no line begins with: what is missing stands before it, not a line above. */
    private boolean isSign() {
        return switch (at.getType()) {
            case CuecardParser.EQ,
                    CuecardParser.COLON,
                    CuecardParser.COMMA,
                    CuecardParser.SLASH,
                    CuecardParser.STAR,
                    CuecardParser.PERCENT -> true;
            default -> false;
        };
    }

    /** Whether a value is missing on the line above: what was taken for it is the name of the next pair or field. */
    private boolean isNextPair() {
        int index = at.getTokenIndex();
        if (index < start + 3 || (at.getType() != CuecardParser.COLON && at.getType() != CuecardParser.EQ)) {
            return false;
        }
        int sign = tokens.get(index - 2).getType();
        return tokens.get(index - 1).first() && (sign == CuecardParser.COLON || sign == CuecardParser.EQ);
    }

    private boolean startsLine() {
        return at.first() && at.getTokenIndex() > start;
    }

    /** Something is missing after the token at {@code before}. */
    private Diagnostic notFinished(int before) {
        Lexeme last = tokens.get(Math.max(0, before));
        int word = before;
        while (word > start
                && tokens.get(word).getType() != CuecardParser.START
                && !tokens.get(word).first()) {
            word--;
        }
        word = tokens.get(word).getType() == CuecardParser.START ? word + 1 : word;
        String next =
                at.getType() == Token.EOF ? "the end of the " + span.source().noun() : "line " + span.line();
        String what = !isNextPair() ? expected.phrase() : isIn(CuecardParser.RULE_objectType) ? "a type" : "a value";
        return ParseErrors.notFinished(
                reading.span(last),
                Shown.cut(reading.span(tokens.get(Math.min(word, tokens.size() - 1)))
                        .text()),
                what == null ? "more" : what,
                next);
    }

    private String got() {
        return at.getType() == CuecardParser.QUOTE ? "a text" : "`" + Shown.cut(span.text()) + "`";
    }

    private String before() {
        Lexeme last = tokens.get(Math.max(0, at.getTokenIndex() - 1));
        return "`" + Shown.cut(reading.span(last).text()) + "`";
    }
}
