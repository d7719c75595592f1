package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.render.Prompts;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression.BinaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of replies that are not as they have to be, and where it is shown. */
class ViolationTest extends Replies {

    @Test
    void aViolationIsShownInTheReplyAndInThePrompt() {
        Reading reading = read(json(), """
                {
                  "category": "bug",
                  "urgency": "high",
                  "summary": "s"
                }
                """);
        assertThat(DiagnosticRenderer.plain().render(reading.findings().get(0))).isEqualTo("""
                error[P501]: the reply does not match its type at `/urgency`
                 --> reply from gpt-4o-mini:3:14
                  |
                3 |   "urgency": "high",
                  |              ^^^^^^ expected a number from 1 to 5, got a string
                  |
                 ::: test.prompt:7:13
                  |
                7 |   urgency:  number(1..5)
                  |             ------------ required by this declaration
                  |
                  = note: the other 2 fields are valid
                """);
    }

    @Test
    void aMissingFieldIsShownAtTheBraceThatOpensItsObject() {
        Reading reading = read(json(), "{\"category\": \"bug\", \"summary\": \"s\"}");
        invalid(reading, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(reading.errors()).hasSize(1);
        assertThat(reading.errors().get(0).pointer()).isEmpty();
        assertThat(reading.errors().get(0).message()).contains("urgency");
        assertThat(reading.findings().get(0).primary().span().text()).isEqualTo("{");
    }

    @Test
    void anUnknownFieldIsShownAtItsName() {
        Reading reading = read(json(), GOOD.replace("}", ", \"extra\": 1}"));
        invalid(reading, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(reading.findings().get(0).primary().span().text()).isEqualTo("\"extra\"");
    }

    @Test
    void ofManyViolationsTheFirstFewAreShownAndAllAreListed() {
        CheckedPrompt prompt =
                triage().wrapped(Mode.JSON, Types.listOf(Types.STRING)).done();
        Reading reading = read(prompt, "{\"value\": [1, 2, 3, 4, 5, 6, 7]}");
        assertThat(reading.errors()).hasSize(7);
        assertThat(reading.findings()).hasSize(5);
        assertThat(reading.findings().get(4).notes()).containsExactly("2 more places do not match");
    }

    @Test
    void whatIsNoJsonIsShownWhereItBreaks() {
        Reading reading = read(json(), "{\n  \"category\": \"bug\"\n  \"urgency\": 3\n}");
        assertThat(reading.outcome()).isEqualTo(Outcome.INVALID_JSON);
        assertThat(reading.findings().get(0).primary().span().line()).isEqualTo(3);
        // With its comma it would lack a field, which one wants to know at once.
        assertThat(reading.findings()).extracting(Diagnostic::code).containsExactly(Code.P502, Code.P501);
        assertThat(reading.errors()).hasSize(2);
        assertThat(reading.recoveries()).isEmpty();
        Reading prose = read(json(), "I cannot tell.");
        assertThat(prose.findings().get(0).primary().span().column()).isEqualTo(1);
    }

    @Test
    void aBrokenConditionTellsTheValuesOfItsParts() {
        Prompts prompts = triage();
        Expr output = new Expr.Special(prompts.at("ensure ", "output"), "output");
        Expr urgency = new Expr.Field(prompts.at("ensure ", "output.urgency"), output, "urgency");
        Expr condition = new Expr.Binary(
                prompts.at("ensure ", "output.urgency < 5"),
                urgency,
                BinaryOperator.LESS,
                prompts.at("ensure output.urgency ", "<"),
                new Expr.Const(Ir.AT, Json.of(5)));
        CheckedPrompt prompt = prompts.output(Mode.JSON, type(prompts))
                .ensure(condition, Ir.expr("nothing is that urgent"))
                .done();
        valid(read(prompt, GOOD), VALUE);
        Reading reading = read(prompt, GOOD.replace("3", "5"));
        invalid(reading, Outcome.ENSURE_FAILED, Code.P503);
        assertThat(reading.output()).isNotNull();
        assertThat(reading.errors().get(0).message()).isEqualTo("nothing is that urgent");
        assertThat(DiagnosticRenderer.plain().render(reading.findings().get(0))).isEqualTo("""
                error[P503]: the reply breaks a condition: nothing is that urgent
                  --> test.prompt:12:8
                   |
                12 | ensure output.urgency < 5 : "nothing is that urgent"
                   |        ^^^^^^^^^^^^^^^^^^ false for this reply
                   |
                   = note: `output.urgency` is `5`
                """);
    }
}
