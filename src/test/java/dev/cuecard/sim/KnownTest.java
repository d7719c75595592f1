package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Speaker;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.sim.sample.JsonOf;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTest {

    private static final Source SOURCE = new Source("a.prompt", "prompt a");
    private static final Span SPAN = SOURCE.span(0, 6);
    private static final CheckedOutput LABEL = new CheckedOutput(
            CheckedOutput.Mode.JSON,
            new Type.Literals(List.of(new Type.Literals.Value(Json.of("spam"), null, null)), null),
            true,
            1,
            null);

    @Test
    void isKnownByTheTextThatIsAlwaysThere() {
        Known known = Known.of(prompt(
                new Piece.Literal("You are a spam filter.\nReply like "),
                new Piece.Print(SPAN, new Expr.Const(SPAN, Json.of("x")), ""),
                new Piece.Literal(".\n")));
        assertThat(known.texts()).containsExactly("You are a spam filter.\nReply like", ".");
        assertThat(known.asks(body("You are a spam filter.\nReply like {}.", "Hello")))
                .isTrue();
        assertThat(known.asks(body("You are a spam filter.", "Reply like {}."))).isFalse();
    }

    @Test
    void partsOfAMessageCount() {
        Known known = Known.of(prompt(new Piece.Literal("You are a spam filter.")));
        assertThat(known.asks(JsonOf.object("""
                {"messages": [{"role": "user", "content": [{"type": "text", "text": "You are a spam filter."}]}]}"""))).isTrue();
    }

    @Test
    void isNotKnownByNextToNothing() {
        assertThat(Known.of(prompt(new Piece.Literal("Hi!")))).isNull();
    }

    @Test
    void itsOutputTravelsInItsWrapper() {
        Known known = Known.of(prompt(new Piece.Literal("You are a spam filter.")));
        assertThat(Simulation.reply(body("x", "y"), 0, 0, known.output()).content())
                .isEqualTo("{\"value\":\"spam\"}");
    }

    @Test
    void ensuresSeeTheValueOutOfItsWrapper() {
        Wanted wanted = Wanted.of(LABEL, Json.of("spam")::equals);
        assertThat(Simulation.reply(body("x", "y"), 0, 0, wanted).fit()).isEqualTo(Simulated.Fit.ACCEPTED);
    }

    private static Json.Obj body(String system, String user) {
        return Json.object()
                .put(
                        "messages",
                        Json.array(List.of(
                                Json.object()
                                        .put("role", "system")
                                        .put("content", system)
                                        .done(),
                                Json.object()
                                        .put("role", "user")
                                        .put("content", user)
                                        .done())))
                .done();
    }

    private static CheckedPrompt prompt(Piece... pieces) {
        Step message = new Step.Message(
                SPAN, SPAN, new Speaker(Speaker.Role.SYSTEM, null), new Expr.Text(SPAN, List.of(pieces), true), false);
        return new CheckedPrompt(
                SOURCE,
                List.of(),
                "a",
                Json.Obj.EMPTY,
                List.of(),
                List.of(),
                null,
                List.of(message),
                false,
                List.of(),
                LABEL,
                List.of(),
                List.of(),
                0);
    }
}
