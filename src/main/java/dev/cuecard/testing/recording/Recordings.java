package dev.cuecard.testing.recording;

import dev.cuecard.Prompt;
import dev.cuecard.Rendering;
import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.Offline;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestingErrors;
import dev.cuecard.testing.cost.CallEstimate;
import dev.cuecard.testing.live.SuiteEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers tests from what was recorded beside their prompts, and records. Strictly: a request that is not the recorded
 * one to the letter has no answer. For many threads.
 */
public final class Recordings implements ReplySource, SuiteEstimate.Known {

    /** What is asked and written. */
    public enum Mode {
        /** Nothing. */
        REPLAY,
        /** What is missing or stale. */
        RECORD,
        /** Everything. */
        RECORD_ALL
    }

    private final Mode mode;
    private final boolean staleWarns;
    private final ReplySource live;
    private final Map<Path, Shelf> shelves = new ConcurrentHashMap<>();
    private final Set<TestCase> simulated =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    /**
     * @param mode what is asked and written
     * @param staleWarns whether a stale recording is only warned of
     * @param live who answers what is to be recorded
     */
    public Recordings(Mode mode, boolean staleWarns, ReplySource live) {
        this.mode = mode;
        this.staleWarns = staleWarns;
        this.live = live;
    }

    /** The file that holds the recording of a test, or will. */
    public static Path file(TestCase test) {
        return RecordingPath.file(test.file(), test.test().name());
    }

    @Override
    public ChatClient client(TestCase test, Rendering rendering, int repeat) {
        if (Offline.isSimulated(rendering)) {
            // Its replies depend on the request alone: there is nothing to keep.
            simulated.add(test);
            return ReplySource.LIVE.client(test, rendering, repeat);
        }
        Shelf shelf = shelf(test);
        shelf.asks(test, repeat);
        Redaction redaction = new Redaction(test.prompt().redact());
        ChatClient other = mode == Mode.REPLAY ? null : live.client(test, rendering, repeat);
        return new ChatClient() {
            @Override
            public ChatOutcome complete(ChatRequest request) throws InterruptedException {
                return complete(request, CallListener.NONE);
            }

            /** Nobody streams a test: the listener hears of what is asked now alone. */
            @Override
            public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
                Diagnostic damage = shelf.damage();
                if (damage != null) {
                    return Offline.nothingSent(damage);
                }
                Json.Obj body = body(request, redaction);
                String key = Canonical.text(body);
                boolean again = mode == Mode.RECORD_ALL && !shelf.isUsed(key, repeat);
                RecordedReply known = again ? null : shelf.reply(key, repeat);
                if (known != null) {
                    return new ChatOutcome.Answered(known.reply(), Duration.ofMillis(known.latencyMs()), 0);
                } else if (other == null) {
                    shelf.missed();
                    return Offline.nothingSent(missing(test, shelf, body, repeat));
                }
                Diagnostic noPlace = shelf.prepare();
                if (noPlace != null) {
                    return Offline.nothingSent(noPlace);
                }
                ChatOutcome outcome = other.complete(request, listener);
                if (!(outcome instanceof ChatOutcome.Answered answered)) {
                    return outcome;
                }
                // What is judged now is what will be judged again.
                ChatReply kept = redaction.reply(answered.reply());
                shelf.keep(body, repeat, kept, answered.latency().toMillis());
                return new ChatOutcome.Answered(kept, answered.findings(), answered.latency(), answered.retries());
            }
        };
    }

    /** How many tests the simulator has answered of which a recording is wanted: there is none of them. */
    public int notKept() {
        return mode == Mode.REPLAY ? 0 : simulated.size();
    }

    /** Asked for is what is not recorded where that is recorded; else all. */
    @Override
    public int runs(TestCase test, ChatRequest request, int runs) {
        RecordedCall call = mode != Mode.RECORD
                ? null
                : shelf(test)
                        .recording()
                        .call(Canonical.text(
                                body(request, new Redaction(test.prompt().redact()))));
        return call == null
                ? 0
                : (int) call.replies().stream()
                        .filter(reply -> reply.repeat() < runs)
                        .count();
    }

    @Override
    public @Nullable Long outputTokens(TestCase test) {
        return CallEstimate.middle(shelf(test).recording().calls().stream()
                .flatMap(call -> call.replies().stream())
                .map(reply -> reply.reply().usage()));
    }

    private Shelf shelf(TestCase test) {
        return shelves.computeIfAbsent(
                RecordingPath.file(test.file(), test.test().name()), path -> new Shelf(test, mode == Mode.RECORD_ALL));
    }

    /** The canonical body, as it is kept. */
    private static Json.Obj body(ChatRequest request, Redaction redaction) {
        return Canonical.body(redaction.object(request.toJson()));
    }

    /** Why there is no reply: there is no recording, it has not so many runs, or it is of another request. */
    private Diagnostic missing(TestCase test, Shelf shelf, Json.Obj body, int repeat) {
        Recording recording = shelf.recording();
        RecordedCall call = recording.call(Canonical.text(body));
        if (call != null) {
            return RecordingErrors.noSuchRun(test, repeat, call.replies().size());
        }
        return recording.calls().stream()
                .map(other -> Difference.between(other.request(), body))
                .filter(differences -> !differences.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .map(differences -> RecordingErrors.stale(test, staleWarns, differences, body))
                .orElseGet(() -> TestingErrors.noReply(test));
    }

    /**
     * Ends a run: what no test asks any more is dropped from the recordings that were written, and told of where none
     * are.
     *
     * @param whole all tests of the prompts
     * @param ran those of them that ran
     * @return what could not be written, and recordings that belong to no test
     */
    public List<Diagnostic> finish(TestPlan whole, List<TestCase> ran) {
        List<Diagnostic> findings = new ArrayList<>();
        Set<Path> left = new HashSet<>();
        Map<Path, List<TestCase>> cases = new HashMap<>();
        Set<TestCase> done = Collections.newSetFromMap(new IdentityHashMap<>());
        done.addAll(ran);
        whole.cases().stream().filter(one -> !one.isCanned()).forEach(one -> {
            cases.computeIfAbsent(file(one), path -> new ArrayList<>()).add(one);
            if (!done.contains(one)) {
                left.add(file(one));
            }
        });
        shelves.values().stream().sorted(Comparator.comparing(Shelf::file)).forEach(shelf -> {
            if (mode != Mode.REPLAY && !left.contains(shelf.file())) {
                shelf.prune();
            }
            List<TestCase> askers = cases.getOrDefault(shelf.file(), List.of());
            if (mode == Mode.REPLAY && !left.contains(shelf.file()) && !askers.isEmpty() && shelf.isReplayed(askers)) {
                unused(shelf, askers.get(0), findings);
            }
            Diagnostic unwritten = shelf.unwritten();
            if (unwritten != null) {
                findings.add(unwritten);
            }
        });
        whole.cases().stream().map(TestCase::prompt).distinct().forEach(prompt -> unused(prompt, findings));
        return findings;
    }

    private static void unused(Shelf shelf, TestCase test, List<Diagnostic> findings) {
        int unused = shelf.unused().size();
        if (unused > 0) {
            findings.add(RecordingErrors.unusedCalls(
                    shelf.file(), test, unused, shelf.recording().calls().size()));
        }
    }

    private static void unused(Prompt prompt, List<Diagnostic> findings) {
        String file = prompt.checked().source().name();
        Set<Path> known = new HashSet<>();
        prompt.checked().tests().stream()
                .filter(test -> test.canned() == null)
                .forEach(test -> known.add(RecordingPath.file(file, test.name())));
        Path folder = RecordingPath.folder(file);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(path -> path.getFileName().toString().endsWith(".json") && !known.contains(path))
                    .sorted()
                    .forEach(path -> findings.add(
                            RecordingErrors.unused(path, "no test of `" + prompt.name() + "` asks for it")));
        } catch (IOException e) {
            // A folder that cannot be listed has nothing that is used either: the tests have said so.
            return;
        }
    }
}
