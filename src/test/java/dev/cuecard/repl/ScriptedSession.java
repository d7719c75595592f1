package dev.cuecard.repl;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Usage;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.show.Shown;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session that is told what to do by a text, and writes the same text with what the session says. A line that begins
 * with {@code > } is typed, with {@code . } it goes on; {@code ! } does something outside the session; {@code # } is a
 * remark. Everything else is what was said.
 */
final class ScriptedSession implements AutoCloseable {

    private final Path folder;
    private final Deque<String> replies = new ArrayDeque<>();
    private final Deque<String> edits = new ArrayDeque<>();
    private final LiveSession session;
    private final StringBuilder out = new StringBuilder();
    private int asked;

    /** In that folder, on 24 November 2026. */
    ScriptedSession(Path folder) {
        this.folder = folder;
        session = LiveSession.open(new Surroundings(
                () -> PromptEngine.builder()
                        .client(new Scripted())
                        .clock(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")))
                        .build(),
                folder,
                History.ofSession(Secret::maskLikely),
                this::edit));
    }

    /** Answers with what it was told, else as where no key is set. */
    private final class Scripted implements ChatClient {
        @Override
        public ChatOutcome complete(ChatRequest request) {
            String reply = replies.poll();
            if (reply == null) {
                ProviderReading none = new OpenAi(null, null, null, null).provider(false);
                return ChatOutcome.Failed.unsent(((ProviderReading.Refused) none).diagnostic());
            }
            asked++;
            ChatReply said = new ChatReply(
                    request.model(), reply, null, List.of(), "stop", new Usage(20, 0, 10), "req-" + asked, false);
            return new ChatOutcome.Answered(said, Duration.ofMillis(5), 0);
        }
    }

    private boolean edit(Path file) {
        try {
            String text = edits.poll();
            if (text != null) {
                Files.writeString(file, text);
            }
            return text != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what the text says, and gives it with what was said. */
    String play(String script) throws IOException {
        List<String> lines = script.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at++);
            if (line.startsWith("# ") || line.isBlank()) {
                boolean remark = !line.isBlank() || out.isEmpty() || (at < lines.size() && isOurs(lines.get(at)));
                out.append(remark ? line + "\n" : "");
                continue;
            } else if (!isOurs(line)) {
                continue;
            }
            StringBuilder text = new StringBuilder(line.length() > 2 ? line.substring(2) : "");
            out.append(line).append('\n');
            while (at < lines.size()
                    && (lines.get(at).startsWith(". ") || lines.get(at).equals("."))) {
                out.append(lines.get(at)).append('\n');
                text.append('\n')
                        .append(lines.get(at).length() > 2 ? lines.get(at).substring(2) : "");
                at++;
            }
            if (line.startsWith(">")) {
                say(session.submit(text.toString(), SessionListener.NONE));
            } else {
                outside(text.toString());
            }
        }
        return out.toString();
    }

    private static boolean isOurs(String line) {
        return line.startsWith("> ") || line.equals(">") || line.startsWith("! ") || line.startsWith("# ");
    }

    private void say(Reaction reaction) {
        StringBuilder said = new StringBuilder();
        reaction.said().forEach(one -> said.append(Shown.onTerminal(one, false)));
        out.append(said.toString().replace(folder.toString() + "/", "").replaceAll("\\b\\d+ ms\\b", "N ms"));
        if (reaction.quits()) {
            out.append("[quit]\n");
        }
        if (reaction.exitCode() != 0) {
            out.append("[exit ").append(reaction.exitCode()).append("]\n");
        }
    }

    private void outside(String text) throws IOException {
        String head = text.contains("\n") ? text.substring(0, text.indexOf('\n')) : text;
        String rest = text.contains("\n") ? text.substring(head.length() + 1) + "\n" : "";
        String[] words = head.split(" ", 2);
        switch (words[0]) {
            case "write" -> Files.writeString(folder.resolve(words[1]), rest);
            case "folder" -> Files.createDirectory(folder.resolve(words[1]));
            case "delete" -> Files.delete(folder.resolve(words[1]));
            case "cat" ->
                Files.readString(folder.resolve(words[1]))
                        .lines()
                        .forEach(line -> out.append("| ").append(line).append('\n'));
            case "reply" -> replies.add(rest.isEmpty() ? words[1] : rest.stripTrailing());
            case "editor" -> edits.add(rest);
            case "poll" -> say(session.poll());
            case "complete" ->
                out.append(session.completeness(rest.stripTrailing())).append('\n');
            default -> throw new IllegalArgumentException(head);
        }
    }

    LiveSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Copies the files of a folder, and of those in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
