package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Omitted;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.validate.Validator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the envelope and its published schema together. */
class EnvelopeTest {

    private static final Source REPLY = new Source("reply from m", "x\n\uD83D\uDE00{}");

    private static final Envelope FULL = new Envelope(
            "triage",
            "1.2.0",
            "abc",
            "def",
            "m",
            "m-2026",
            "openai",
            false,
            Ir.obj("a", 1),
            Outcome.VALID,
            List.of(new ReplyError("/a", "expected a string", REPLY.span(4, 6), Ir.AT)),
            REPLY.text(),
            List.of(new Recovery(Recovery.Kind.PROSE, "taken out", REPLY.span(4, 6))),
            List.of(new Omitted("system", Ir.AT)),
            List.of("minLength of /a"),
            "stop",
            List.of(new Envelope.Attempt(Outcome.INVALID_JSON, new Usage(3, 1, 2), 12, "req_1", 1)),
            List.of(new ToolUse(
                    1, "call_1", "weather", Ir.obj("a", 1), ToolUse.Outcome.ANSWERED, Json.of("rain"), null, 3)),
            new Usage(3, 1, 2),
            new BigDecimal("0.00012"),
            15,
            "0.1.0");

    private static final Envelope EMPTY = new Envelope(
            "triage",
            null,
            "abc",
            null,
            null,
            null,
            null,
            true,
            null,
            Outcome.CANCELLED,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(new Envelope.Attempt(Outcome.CANCELLED, null, 0, null, 0)),
            List.of(),
            null,
            null,
            0,
            "0.1.0");

    private static Json.Obj schema() {
        JsonReading reading = JsonText.parse(new Source("envelope.schema.json", Envelope.schema()));
        return (Json.Obj) ((JsonReading.Parsed) reading).document().value();
    }

    private static @Nullable Json enumOfToolCalls() {
        Json at = schema();
        for (String name : List.of("properties", "tool_calls", "items", "properties", "outcome", "enum")) {
            at = at instanceof Json.Obj object ? object.get(name) : null;
        }
        return at;
    }

    private static Validator validator() {
        Map<String, Json> members = new LinkedHashMap<>(schema().members());
        members.remove("$schema");
        return Validator.compile(new GeneratedSchema(new Json.Obj(members), Map.of(), Map.of(), Map.of()));
    }

    @Test
    void envelopesKeepTheSchema() {
        assertThat(validator().validate(FULL.toJson())).isEmpty();
        assertThat(validator().validate(EMPTY.toJson())).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatNoEnvelopeHas() {
        FULL.toJson().members().keySet().forEach(name -> {
            Map<String, Json> members = new LinkedHashMap<>(FULL.toJson().members());
            members.remove(name);
            assertThat(validator().validate(new Json.Obj(members))).as(name).isNotEmpty();
            members.put(name + "_", Json.of(1));
            assertThat(validator().validate(new Json.Obj(members))).as(name).isNotEmpty();
        });
    }

    @Test
    void theWordsOfTheSchemaAreThoseOfTheEnums() {
        Json.Obj defs = (Json.Obj) schema().get("$defs");
        assertThat(((Json.Obj) defs.get("outcome")).get("enum"))
                .isEqualTo(Json.array(Arrays.stream(Outcome.values())
                        .map(one -> Json.of(one.word()))
                        .toList()));
        assertThat(Envelope.schema())
                .contains(Arrays.stream(Recovery.Kind.values())
                        .map(Recovery.Kind::word)
                        .toList());
        assertThat(enumOfToolCalls())
                .isEqualTo(Json.array(Arrays.stream(ToolUse.Outcome.values())
                        .map(one -> Json.of(one.word()))
                        .toList()));
    }

    @Test
    void theReferenceNamesEveryOutcomeOfATool() throws IOException {
        assertThat(Files.readString(Path.of("grammar", "README.md")))
                .contains(Arrays.stream(ToolUse.Outcome.values())
                        .map(outcome -> "`" + outcome.word() + "`")
                        .toList());
    }

    @Test
    void theReferenceNamesEveryRecovery() throws IOException {
        assertThat(Files.readString(Path.of("grammar", "README.md")))
                .contains(Arrays.stream(Recovery.Kind.values())
                        .map(kind -> "`" + kind.word() + "`")
                        .toList());
    }

    @Test
    void theMembersAreThoseOfTheContractInOrder() {
        assertThat(EMPTY.toJson().members().keySet())
                .containsExactly(
                        "envelope",
                        "prompt",
                        "prompt_version",
                        "prompt_hash",
                        "request_hash",
                        "requested_model",
                        "model",
                        "provider",
                        "simulated",
                        "output",
                        "outcome",
                        "errors",
                        "reply",
                        "recoveries",
                        "omitted",
                        "rewritten",
                        "finish_reason",
                        "attempts",
                        "tool_calls",
                        "usage",
                        "cost_usd",
                        "latency_ms",
                        "cuecard");
    }

    @Test
    void placesCountCodePoints() {
        Json.Arr errors = (Json.Arr) FULL.toJson().get("errors");
        assertThat(((Json.Obj) errors.items().get(0)).get("in_reply"))
                .hasToString("{\"source\":\"reply from m\",\"line\":2,\"column\":2,\"end_line\":2,\"end_column\":4}");
    }
}
