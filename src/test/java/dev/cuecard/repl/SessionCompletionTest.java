package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.repl.complete.Completer;
import dev.cuecard.repl.complete.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session suggests that stands in files: it reads them when it is asked. */
class SessionCompletionTest {

    @TempDir
    private Path folder;

    private static List<String> complete(ScriptedSession session, String text) {
        return Completer.complete(session.session().view(), text, text.length()).suggestions().stream()
                .map(Suggestion::value)
                .toList();
    }

    @Test
    void importedNamesAreReadFromTheirFileAndKeptWhileItIsBroken() throws Exception {
        Path common = folder.resolve("common.prompt");
        Files.writeString(common, "type Mood = \"good\" | \"bad\"\nlet greeting = { text: \"Hi\" }\n");
        try (ScriptedSession session = new ScriptedSession(folder)) {
            assertThat(complete(session, "import \"common.prompt\" as c\nvar x: c."))
                    .containsExactly("Mood");
            session.play("> import { Mood, greeting } from \"common.prompt\"\n> var m: Mood\n> user greeting.text\n");
            assertThat(complete(session, "var x: Mo")).containsExactly("Mood");
            assertThat(complete(session, "m = \"")).containsExactly("good\"", "bad\"");
            assertThat(complete(session, "user greeting.")).containsExactly("text");
            Files.writeString(common, "type Mood = (\n");
            assertThat(complete(session, "var x: Mo")).containsExactly("Mood");
            assertThat(complete(session, "m = \"")).containsExactly("good\"", "bad\"");
        }
    }

    @Test
    void whatTheProjectDeclaresIsSuggested() throws Exception {
        Files.writeString(folder.resolve("cuecard.json"), "{\"filters\": [\"initials(text: string): string\"]}");
        try (ScriptedSession session = new ScriptedSession(folder)) {
            assertThat(complete(session, "user \"a\" | ini")).containsExactly("initials");
        }
    }
}
