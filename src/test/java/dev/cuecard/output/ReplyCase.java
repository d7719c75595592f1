package dev.cuecard.output;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reply of the corpus. A file of it is a category: its rule, the type of its replies, and for each of them
 *
 * <pre>
 * === 1 finish null
 * the reply
 * --- {"meant": true}
 * </pre>
 *
 * or, after the dashes, {@code refused}, perhaps with the text {@code at} which it is. {@code ⟦A⟧} is a character by its
 * code, {@code ⟦=x*9⟧} nine times the same.
 *
 * @param name the category and the number
 * @param type what is asked for, as the language writes it
 * @param reply what the model answers
 * @param finish why it stopped, or null
 * @param verdict the text after the dashes
 */
record ReplyCase(String name, String type, String reply, String finish, String verdict) {

    static final Path FOLDER = Path.of("src/test/resources/dev/cuecard/output/replies");

    private static final Pattern CODE = Pattern.compile("⟦([0-9A-F]+|=(.+?)\\*([0-9]+))⟧");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static List<ReplyCase> in(Path file) throws IOException {
        List<ReplyCase> cases = new ArrayList<>();
        String category = file.getFileName().toString().replace(".txt", "");
        String type = "";
        String head = "";
        List<String> reply = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("type: ") && cases.isEmpty()) {
                type = line.substring(6);
            } else if (line.startsWith("=== ")) {
                head = line.substring(4);
                reply.clear();
            } else if (line.startsWith("--- ")) {
                String[] parts = head.split(" ", -1);
                String finish = parts.length == 1 ? "stop" : parts[2].equals("null") ? null : parts[2];
                String verdict = decoded(line.substring(4));
                cases.add(new ReplyCase(
                        category + " " + parts[0], type, decoded(String.join("\n", reply)), finish, verdict));
            } else {
                reply.add(line);
            }
        }
        return cases;
    }

    private static String decoded(String text) {
        return CODE.matcher(text).replaceAll(code -> {
            String decoded = code.group(2) == null
                    ? Character.toString(Integer.parseInt(code.group(1), 16))
                    : code.group(2).repeat(Integer.parseInt(code.group(3)));
            return Matcher.quoteReplacement(decoded);
        });
    }

    boolean isRefused() {
        return verdict.startsWith("refused");
    }

    /** The text where it is refused, or an empty one. */
    String place() {
        return verdict.startsWith("refused at ") ? verdict.substring(11) : "";
    }

    Reading read(CheckedPrompt prompt) {
        ChatReply answer = new ChatReply(null, reply, null, List.of(), finish, null, null, false);
        return new ReplyReader(prompt, Limits.DEFAULT)
                .read(answer, "reply", new Bound(Map.of(), new Json.Arr(List.of())), true);
    }

    static CheckedPrompt prompt(String type) {
        String text = "prompt corpus\n\nuser \"JSON: {{ shape() }}\"\n\noutput json " + type + "\n";
        CheckedPrompt prompt = Checker.check(
                        PromptParser.parse(new Source("corpus.prompt", text)).file(),
                        new MemoryFiles(Map.of()),
                        CheckOptions.DEFAULT)
                .prompt();
        if (prompt == null) {
            throw new IllegalStateException("no prompt: " + text);
        }
        return prompt;
    }
}
