package dev.cuecard.output;

import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.check.CheckedEnsure;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.ladder.Scan;
import dev.cuecard.render.eval.Explained;
import dev.cuecard.schema.validate.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a reply, one method a mistake. */
final class ReplyErrors {

    private ReplyErrors() {}

    /** {@code others} tells of the fields beside this one, or is null. */
    static Diagnostic violation(Violation violation, Span at, @Nullable String others) {
        String where = violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer());
        Diagnostic.Builder error =
                Diagnostic.error(Code.P501, "the reply does not match its type" + where, at, violation.expected());
        if (violation.asked() != null) {
            boolean unknown = violation.kind() == Violation.Kind.UNKNOWN;
            error.and(violation.asked(), unknown ? "its fields are declared here" : "required by this declaration");
        }
        return others == null ? error.done() : error.note(others).done();
    }

    static Diagnostic notJson(JsonReading.Malformed malformed) {
        Diagnostic.Builder error =
                Diagnostic.error(Code.P502, "the reply is not JSON", malformed.at(), problem(malformed));
        malformed.related().forEach(label -> error.and(label.span(), label.text()));
        return error.done();
    }

    /** What breaks it; where not even its beginning is JSON, that JSON was expected. */
    static String problem(JsonReading.Malformed malformed) {
        String text = malformed.at().source().text();
        boolean atOnce = text.substring(0, malformed.at().start()).isBlank();
        return atOnce ? malformed.problem().replaceFirst("^expected a value,", "expected JSON,") : malformed.problem();
    }

    static Diagnostic broken(CheckedEnsure ensure, @Nullable String message, List<Explained.Seen> seen) {
        Diagnostic.Builder error = Diagnostic.error(
                Code.P503,
                "the reply breaks a condition" + (message == null ? "" : ": " + Quoted.cut(message)),
                ensure.condition().span(),
                "false for this reply");
        for (Explained.Seen part : seen) {
            error.note(part(part));
        }
        return error.done();
    }

    /** A part of a condition and its value. */
    static String part(Explained.Seen part) {
        Json value = part.value();
        return Quoted.of(part.span().text()) + " is "
                + (value == null ? "missing" : Quoted.of(JsonText.compact(value)));
    }

    static Diagnostic refused(Source refusal) {
        return Diagnostic.error(Code.P504, "the model refuses to answer", firstLine(refusal), "its reason")
                .done();
    }

    static Diagnostic blocked(Source reply) {
        String message = "a content filter withheld the reply";
        String fact = "the finish reason is `content_filter`";
        return reply.text().isBlank()
                ? Diagnostic.error(Code.P505, message).note(fact).done()
                : Diagnostic.error(Code.P505, message, end(reply), "it breaks off here")
                        .note(fact)
                        .done();
    }

    static Diagnostic toolCalls(List<ToolCall> calls) {
        List<String> names = calls.stream().map(ToolCall::name).distinct().toList();
        return Diagnostic.error(Code.P506, "the model calls " + Quoted.and(names) + ", and there is nothing to answer")
                .note("a run that is given no code for the tools of a prompt cannot go on")
                .done();
    }

    static Diagnostic truncated(Source reply, @Nullable Usage usage) {
        String message = "the reply is cut off at the limit of tokens";
        Diagnostic.Builder error = reply.text().isEmpty()
                ? Diagnostic.error(Code.P507, message)
                : Diagnostic.error(Code.P507, message, end(reply), "it breaks off here");
        error.note("the finish reason is `length`"
                + (usage == null ? "" : ", after " + usage.completionTokens() + " tokens, reasoning included"));
        return error.help("allow more with `max_completion_tokens` in the `model` block, or ask for less")
                .done();
    }

    static Diagnostic empty(@Nullable String finishReason) {
        return Diagnostic.error(Code.P508, "the reply is empty")
                .note(
                        finishReason == null
                                ? "the server gives no finish reason"
                                : "the finish reason is " + Quoted.of(finishReason))
                .done();
    }

    static Diagnostic several(Span first, Span second) {
        return Diagnostic.error(
                        Code.P509, "the reply holds different values that match its type", first, "matches the type")
                .and(second, "so does this")
                .note("only one value is expected")
                .done();
    }

    static Diagnostic unanswered(Span thinking) {
        return Diagnostic.error(Code.P510, "the reply holds no answer, only thinking", thinking, "no answer follows")
                .note("what stands between such tags is the model's own")
                .done();
    }

    /** The last character that is no white space. */
    private static Span end(Source reply) {
        int end = reply.text().stripTrailing().length();
        int start = end == 0 ? 0 : reply.text().offsetByCodePoints(end, -1);
        return reply.span(start, Math.max(end, start));
    }

    private static Span firstLine(Source source) {
        int start = Scan.blanks(source.text(), 0);
        int end = source.text().indexOf('\n', start);
        return source.span(start, end < 0 ? source.text().length() : end);
    }
}
