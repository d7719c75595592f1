package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import dev.cuecard.syntax.Statement;
import dev.cuecard.syntax.TestItem;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.CuecardParser.BlockContext;
import dev.cuecard.syntax.antlr.CuecardParser.ChoiceContext;
import dev.cuecard.syntax.antlr.CuecardParser.ExpressionContext;
import dev.cuecard.syntax.antlr.CuecardParser.LoopContext;
import dev.cuecard.syntax.antlr.CuecardParser.MessageContext;
import dev.cuecard.syntax.antlr.CuecardParser.StatementContext;
import dev.cuecard.syntax.antlr.CuecardParser.TestItemContext;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What makes messages, and the lines of a test, from the parse tree to records. */
final class StatementBuilder {

    private final Reading reading;
    private final ExpressionBuilder expressions;

    /** The last line that was reported to hold two statements. */
    private int crowdedLine;

    StatementBuilder(Reading reading, ExpressionBuilder expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    Statement statement(StatementContext context) {
        if (context.message() != null) {
            return message(context.message());
        } else if (context.choice() != null) {
            return choice(context.choice());
        } else if (context.loop() != null) {
            return loop(context.loop());
        }
        Span word = reading.span(context.history().HISTORY().getSymbol());
        ExpressionContext turns = context.history().expression();
        if (turns != null) {
            onSameLine(turns, word);
        }
        return new Statement.History(reading.span(context), word, expressions.expressionOrNull(turns));
    }

    private Statement message(MessageContext context) {
        Path role;
        if (context.SPEAKER() == null) {
            role = reading.path(context.path());
            onOwnLine(context.getStart());
        } else {
            Span word = reading.span(context.SPEAKER().getSymbol());
            role = new Path(word, null, new Name(word, word.text()));
        }
        onSameLine(context.expression(), role.span());
        return new Statement.Message(reading.span(context), role, expressions.expression(context.expression()));
    }

    private Statement choice(ChoiceContext context) {
        List<Statement.If.Branch> branches = new ArrayList<>();
        List<ExpressionContext> conditions = context.expression();
        List<BlockContext> blocks = context.block();
        for (int i = 0; i < conditions.size(); i++) {
            BlockContext block = blocks.get(i);
            branches.add(new Statement.If.Branch(
                    reading.span(conditions.get(i).getStart(), block.getStop()),
                    expressions.expression(conditions.get(i)),
                    block(block)));
        }
        List<Statement> otherwise = blocks.size() > branches.size() ? block(blocks.get(branches.size())) : null;
        return new Statement.If(reading.span(context), List.copyOf(branches), otherwise);
    }

    private Statement loop(LoopContext context) {
        return new Statement.For(
                reading.span(context),
                reading.variable(context.name(0)),
                context.name().size() > 1 ? reading.variable(context.name(1)) : null,
                expressions.expression(context.expression()),
                block(context.block()));
    }

    private List<Statement> block(BlockContext context) {
        return context.statement().stream().map(this::statement).toList();
    }

    TestItem testItem(TestItemContext context) {
        Span span = reading.span(context);
        if (context.key() != null) {
            onOwnLine(context.getStart());
            if (context.COLON() != null) {
                reading.report(
                        SyntaxErrors.colonForEquals(reading.span(context.COLON().getSymbol()), "input of a test"));
            }
            return new TestItem.Bind(
                    span, expressions.texts().key(context.key()), expressions.expression(context.expression()));
        } else if (context.STUB() != null) {
            return new TestItem.Stub(span, reading.path(context.path()), expressions.expression(context.expression()));
        } else if (context.REPLY() != null) {
            return new TestItem.Reply(
                    span,
                    expressions.expression(context.expression()),
                    context.text() == null ? null : expressions.texts().plain(context.text()));
        } else if (context.REFUSAL() != null) {
            return new TestItem.Refusal(span, expressions.expression(context.expression()));
        } else if (context.RECOVER() != null) {
            return new TestItem.Recover(span, reading.name(context.name()));
        }
        return new TestItem.Expect(span, expressions.expression(context.expression()));
    }

    /** What a role or {@code history} takes begins on its line. */
    private void onSameLine(ExpressionContext content, Span word) {
        Lexeme start = (Lexeme) content.getStart();
        if (start.first()) {
            reading.report(SyntaxErrors.nextLine(word, reading.span(start)));
        }
    }

    /** A statement begins on a line of its own, or after a brace. */
    private void onOwnLine(Token start) {
        Lexeme token = (Lexeme) start;
        int before = reading.typeBefore(token);
        if (!token.first() && before != Token.EOF && before != CuecardParser.LBRACE && before != CuecardParser.RBRACE) {
            Span word = start.getType() == CuecardParser.START ? reading.spanAfter(token) : reading.span(start);
            int line = word.line();
            if (line != crowdedLine) {
                crowdedLine = line;
                reading.report(SyntaxErrors.notOnOwnLine(word));
            }
        }
    }
}
