package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.data.Json;
import dev.cuecard.data.Tokens;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The messages that ask again, byte for byte. */
class ReaskTest {

    private static final Source REPLY = new Source("reply from m", "{\n  \"urgency\": \"high\"\n}");

    private static Reading reading(Outcome outcome, List<ReplyError> errors) {
        return new Reading(outcome, null, REPLY, List.of(), errors, List.of());
    }

    private static String asked(Outcome outcome, Mode mode, ReplyError... errors) {
        List<ChatMessage> messages = Reask.messages(reading(outcome, List.of(errors)), mode);
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0)).isEqualTo(ChatMessage.of(ChatRole.ASSISTANT, REPLY.text()));
        assertThat(messages.get(1).role()).isEqualTo(ChatRole.USER);
        return ((Json.Str) messages.get(1).content()).value();
    }

    @Test
    void violationsAreToldByPointer() {
        assertThat(asked(
                        Outcome.SCHEMA_VIOLATION,
                        Mode.JSON,
                        new ReplyError("/urgency", "expected a number from 1 to 5, got a string", null, null),
                        new ReplyError("", "the field `summary` is missing", null, null)))
                .isEqualTo("""
                        That reply is not valid:
                        - /urgency: expected a number from 1 to 5, got a string
                        - the field `summary` is missing
                        Reply again with the corrected JSON and nothing else.""");
    }

    @Test
    void theReferenceShowsTheTextAndItsCost() throws IOException {
        String text = asked(
                Outcome.SCHEMA_VIOLATION,
                Mode.JSON,
                new ReplyError("/urgency", "expected a number from 1 to 5, got a string", null, null),
                new ReplyError("", "the field `summary` is missing", null, null));
        assertThat(Files.readString(Path.of("grammar", "README.md"))).contains("```text\n" + text + "\n```\n");
        // Two errors of 10 to 25 tokens each, and about 20 around them.
        assertThat(tokens(text)).isBetween(40L, 70L);
        String frame = asked(Outcome.SCHEMA_VIOLATION, Mode.JSON);
        assertThat(tokens(frame)).isBetween(15L, 25L);
    }

    @Test
    void howeverMuchIsWrongTheTextStaysShort() {
        ReplyError[] errors = IntStream.range(0, 5_000)
                .mapToObj(i -> new ReplyError(
                        "/" + "customers/".repeat(100) + i, "expected a number from 1 to 5, got a string", null, null))
                .toArray(ReplyError[]::new);
        assertThat(tokens(asked(Outcome.SCHEMA_VIOLATION, Mode.JSON, errors))).isLessThan(500);
    }

    private static long tokens(String text) {
        return Objects.requireNonNull(Tokens.count(null, text)).tokens();
    }

    @Test
    void whatIsNoJsonIsToldWithWhatWouldStillNotFit() {
        assertThat(asked(
                        Outcome.INVALID_JSON,
                        Mode.JSON,
                        new ReplyError("", "expected `,` or `}`, got `\"`", REPLY.span(4, 5), null),
                        new ReplyError("/urgency", "expected a number, got a string", REPLY.span(15, 21), null)))
                .isEqualTo("""
                        That reply is not valid:
                        - it is not JSON (line 2, column 3): expected `,` or `}`, got `"`
                        - /urgency: expected a number, got a string
                        Reply again with the corrected JSON and nothing else.""");
    }

    @Test
    void brokenJsonIsToldByLineAndColumn() {
        assertThat(asked(
                        Outcome.INVALID_JSON,
                        Mode.PLAIN,
                        new ReplyError("", "expected `,` or `}`, got `\"`", REPLY.span(4, 5), null)))
                .isEqualTo("""
                        That reply is not valid:
                        - it is not JSON (line 2, column 3): expected `,` or `}`, got `"`
                        Reply again with the corrected JSON and nothing else.""");
    }

    @Test
    void conditionsAreToldInTheWordsOfThePrompt() {
        assertThat(asked(
                        Outcome.ENSURE_FAILED,
                        Mode.STRICT,
                        new ReplyError("", "a clear label\n  needs some confidence\n", null, null)))
                .isEqualTo("""
                        That reply is not valid:
                        - a clear label needs some confidence
                        Reply again with the corrected JSON and nothing else.""");
    }

    @Test
    void anEmptyReplyIsNotSentBack() {
        List<ChatMessage> messages = Reask.messages(reading(Outcome.EMPTY, List.of()), Mode.TEXT);
        assertThat(messages)
                .containsExactly(ChatMessage.of(
                        ChatRole.USER, "That reply is empty.\nReply again with the corrected text and nothing else."));
    }

    @Test
    void ofManyErrorsTheFirstTenAreTold() {
        ReplyError[] errors = IntStream.range(0, 12)
                .mapToObj(i -> new ReplyError("/" + i, "expected a string, got a number", null, null))
                .toArray(ReplyError[]::new);
        assertThat(asked(Outcome.SCHEMA_VIOLATION, Mode.JSON, errors))
                .contains("\n- /9: expected a string, got a number\n- and 2 more\nReply")
                .doesNotContain("/10");
    }
}
