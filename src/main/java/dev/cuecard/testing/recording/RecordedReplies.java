package dev.cuecard.testing.recording;

import dev.cuecard.Prompt;
import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.Canonical;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds every recorded reply to the type and the conditions of today. No network, no key. */
public final class RecordedReplies {

    private RecordedReplies() {}

    /** What is wrong with the recorded replies of a prompt, or with its recordings. */
    public static List<Diagnostic> check(Prompt prompt) {
        Map<String, List<TestCase>> cases = new LinkedHashMap<>();
        for (TestCase one : TestPlan.of(List.of(prompt), List.of()).cases()) {
            if (!one.isCanned()) {
                cases.computeIfAbsent(one.test().name(), test -> new ArrayList<>())
                        .add(one);
            }
        }
        List<Diagnostic> findings = new ArrayList<>();
        cases.forEach((test, all) -> {
            Path file = RecordingPath.file(all.get(0).file(), test);
            RecordingReader.Read read = RecordingReader.read(file);
            if (read instanceof RecordingReader.Read.Damaged damaged) {
                findings.add(damaged.diagnostic());
            } else if (read instanceof RecordingReader.Read.Found found
                    && all.get(0).wantsAllValid()) {
                findings.addAll(replies(found.recording(), file, all));
            }
        });
        return findings;
    }

    private static List<Diagnostic> replies(Recording recording, Path file, List<TestCase> cases) {
        RunOptions options = RunOptions.DEFAULT.withRecover(cases.get(0).test().recoverAll());
        Map<String, Rendering> requests = new LinkedHashMap<>();
        for (TestCase one : cases) {
            Redaction redaction = new Redaction(one.prompt().redact());
            Rendering rendering = one.render(options);
            if (rendering.request() != null) {
                requests.putIfAbsent(
                        Canonical.text(redaction.object(rendering.request().toJson())), rendering);
            }
        }
        if (requests.isEmpty()) {
            // The test says why.
            return List.of();
        }
        // The conditions may speak of the inputs; a request of another day is held to those of the first case.
        Rendering first = requests.values().iterator().next();
        List<Diagnostic> findings = new ArrayList<>();
        for (RecordedCall call : recording.calls()) {
            if (recording.calls().stream().noneMatch(other -> isContinued(call, other))) {
                Rendering rendering = requests.getOrDefault(call.key(), first);
                for (RecordedReply reply : call.replies()) {
                    String name = "reply " + (reply.repeat() + 1) + " in " + file;
                    Result result = cases.get(0).prompt().read(reply.reply(), name, rendering, options);
                    findings.addAll(result.findings());
                }
            }
        }
        return findings;
    }

    /** Whether an invalid reply to a request was sent back by another: it is the last one that counts. */
    private static boolean isContinued(RecordedCall call, RecordedCall other) {
        return call.request().get("messages") instanceof Json.Arr some
                && other.request().get("messages") instanceof Json.Arr more
                && more.items().size() > some.items().size()
                && more.items().subList(0, some.items().size()).equals(some.items());
    }
}
