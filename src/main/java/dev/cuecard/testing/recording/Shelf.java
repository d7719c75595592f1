package dev.cuecard.testing.recording;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.file.AtomicFile;
import dev.cuecard.testing.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recording of one test while its cases run, several of them at once. */
final class Shelf {

    private final Path file;
    private final Set<String> used = new HashSet<>();
    private Recording recording;
    private @Nullable Diagnostic damage;
    private @Nullable Diagnostic unwritten;
    private final IdentityHashMap<TestCase, Integer> runs = new IdentityHashMap<>();
    private boolean missed;

    Shelf(TestCase test, boolean overDamage) {
        file = RecordingPath.file(test.file(), test.test().name());
        recording = new Recording(
                Path.of(test.file()).getFileName().toString(), test.test().name(), List.of());
        RecordingReader.Read read = RecordingReader.read(file);
        if (read instanceof RecordingReader.Read.Found found) {
            recording = found.recording();
        } else if (read instanceof RecordingReader.Read.Damaged damaged && !overDamage) {
            damage = damaged.diagnostic();
        }
    }

    Path file() {
        return file;
    }

    synchronized Recording recording() {
        return recording;
    }

    /** Why the file cannot be used, or null. */
    synchronized @Nullable Diagnostic damage() {
        return damage;
    }

    /** Why it could not be written, or null. */
    synchronized @Nullable Diagnostic unwritten() {
        return unwritten;
    }

    /** The recorded reply to a request, or null. */
    synchronized @Nullable RecordedReply reply(String key, int repeat) {
        RecordedCall call = recording.call(key);
        RecordedReply reply = call == null ? null : call.reply(repeat);
        if (reply != null) {
            used.add(key);
        }
        return reply;
    }

    /** Whether this run has used the request already. */
    synchronized boolean isUsed(String key, int repeat) {
        return used.contains(key + repeat);
    }

    /** Keeps a reply, in the file too: who is killed later has what was paid for. */
    synchronized void keep(Json.Obj request, int repeat, ChatReply reply, long latencyMs) {
        String key = new RecordedCall(request, List.of()).key();
        used.add(key);
        used.add(key + repeat);
        recording = recording.with(request, new RecordedReply(repeat, reply, latencyMs));
        write();
    }

    /** A run of a case asks. */
    synchronized void asks(TestCase test, int repeat) {
        runs.merge(test, repeat + 1, Math::max);
    }

    /** A request has no recorded reply, so that those after it are not made. */
    synchronized void missed() {
        missed = true;
    }

    /** Whether every request was answered, so that what was not asked for is not used. */
    synchronized boolean isReplayed(List<TestCase> cases) {
        return !missed && damage == null && runs.keySet().containsAll(cases);
    }

    /**
     * The calls that no case makes any more, of the models that were asked. A run that was spared, since the verdict was
     * settled, might have made those that are recorded of it alone.
     */
    synchronized List<RecordedCall> unused() {
        Set<Json> models = new HashSet<>();
        recording.calls().stream().filter(call -> used.contains(call.key())).forEach(call -> models.add(model(call)));
        int made = runs.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return recording.calls().stream()
                .filter(call -> !used.contains(call.key()) && models.contains(model(call)))
                .filter(call -> call.replies().stream().anyMatch(reply -> reply.repeat() < made))
                .toList();
    }

    /** Drops them. */
    synchronized void prune() {
        List<RecordedCall> unused = unused();
        if (!unused.isEmpty()) {
            recording = recording.only(call -> !unused.contains(call));
            write();
        }
    }

    private static Json model(RecordedCall call) {
        Json model = call.request().get("model");
        return model == null ? Json.nil() : model;
    }

    /** Makes sure that there is a place for the file: no reply is paid for that cannot be kept. Null when there is one. */
    synchronized @Nullable Diagnostic prepare() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return null;
        } catch (IOException e) {
            return RecordingErrors.cannotWrite(file);
        }
    }

    private void write() {
        try {
            AtomicFile.write(file, recording.text());
        } catch (IOException e) {
            unwritten = RecordingErrors.cannotWrite(file);
        }
    }
}
