package dev.cuecard.testing.recording;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered in one test. Immutable.
 *
 * @param prompt the name of the prompt's file
 * @param test the name of the test
 * @param calls each request once, sorted so that files differ where the calls do; one that goes on with another follows it
 */
record Recording(String prompt, String test, List<RecordedCall> calls) {

    /** The number of this form of the file. */
    static final int EDITION = 1;

    Recording {
        calls = calls.stream().sorted(Conversations.ORDER).toList();
    }

    @Nullable
    RecordedCall call(String key) {
        return calls.stream().filter(call -> call.key().equals(key)).findFirst().orElse(null);
    }

    /** With one more reply. */
    Recording with(Json.Obj request, RecordedReply reply) {
        RecordedCall fresh = new RecordedCall(request, List.of());
        RecordedCall known = call(fresh.key());
        List<RecordedCall> all = new ArrayList<>(calls);
        all.removeIf(call -> call.key().equals(fresh.key()));
        all.add((known == null ? fresh : known).with(reply));
        return new Recording(prompt, test, all);
    }

    /** Without the calls that are not wanted. */
    Recording only(Predicate<RecordedCall> wanted) {
        return new Recording(prompt, test, calls.stream().filter(wanted).toList());
    }

    /** The text of its file. */
    String text() {
        Json.Obj json = Json.object()
                .put("recording", EDITION)
                .put("prompt", prompt)
                .put("test", test)
                .put(
                        "calls",
                        Json.array(calls.stream().map(RecordedCall::toJson).toList()))
                .done();
        return JsonText.pretty(json, 2) + "\n";
    }
}
