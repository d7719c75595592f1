package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The grammar that editors colour with: it can be read, its patterns compile, and it includes only what is there. */
class TextMateGrammarTest {

    private final List<String> patterns = new ArrayList<>();
    private final List<String> includes = new ArrayList<>();
    private Json.Obj grammar = Json.Obj.EMPTY;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(Path.of("grammar", "cuecard.tmLanguage.json"));
        JsonReading reading = JsonText.parse(new Source("cuecard.tmLanguage.json", text));
        assertThat(reading).isInstanceOf(JsonReading.Parsed.class);
        grammar = (Json.Obj) ((JsonReading.Parsed) reading).document().value();
        collect(grammar);
    }

    @Test
    void isForPromptFiles() {
        assertThat(grammar.members().get("scopeName")).isEqualTo(new Json.Str("source.cuecard"));
        assertThat(JsonText.compact(grammar.members().get("fileTypes"))).isEqualTo("[\"prompt\"]");
    }

    @Test
    void itsPatternsCompile() {
        assertThat(patterns).hasSizeGreaterThan(50);
        for (String pattern : patterns) {
            assertThatCode(() -> Pattern.compile(pattern)).as(pattern).doesNotThrowAnyException();
        }
    }

    @Test
    void includesOnlyWhatIsThere() {
        Set<String> repository =
                ((Json.Obj) grammar.members().get("repository")).members().keySet();
        assertThat(includes).isNotEmpty().allSatisfy(include -> {
            assertThat(include).startsWith("#");
            assertThat(repository).contains(include.substring(1));
        });
        assertThat(repository).allSatisfy(name -> assertThat(includes).contains("#" + name));
    }

    private void collect(Json json) {
        if (json instanceof Json.Arr list) {
            list.items().forEach(this::collect);
        } else if (json instanceof Json.Obj object) {
            object.members().forEach((name, value) -> {
                if (value instanceof Json.Str text
                        && Set.of("match", "begin", "end").contains(name)) {
                    patterns.add(text.value());
                } else if (value instanceof Json.Str text && name.equals("include")) {
                    includes.add(text.value());
                } else {
                    collect(value);
                }
            });
        }
    }
}
