package dev.cuecard.repl.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.builtin.FilterFacts;
import dev.cuecard.check.model.KnownSettings;
import dev.cuecard.check.names.Words;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.CommandInfo;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.SessionView;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested at a place, which is marked with a caret. */
class CompleterTest {

    private static final String PROMPT = """
            prompt sentiment
            model "gpt-6-luna"
            type Label = "positive" | "negative" | "neutral"
            type Example {
              /// What was said.
              text: string
              label: Label
            }
            var review: untrusted string
            var examples: Example[] = []
            let count = examples | length
            template tone(word: string) "Be {{ word }}."
            role alice = user "alice"
            system "Reply only with JSON. {{ shape() }} {{ tone("kind") }} {{ count }}"
            for example in examples {
              alice example.text
            }
            user review
            output json {
              label: Label
              confidence: number(0..1)
              quote?: string
            }
            test "a happy customer" { review = "Best" }
            test "a sad one" { review = "Worst" }
            """;

    private static final PromptFile COMMON =
            PromptParser.parse(new Source("shared/common.prompt", """
            type Level = "low" | "high"
            /// How bad it is.
            type Report { level: Level, notes: string[] }
            let greeting = "Hello"
            template tone(word: string) "Be {{ word }}."
            role clerk = user "clerk"
            model fast = "gpt-6-luna"
            /// The weather of a place.
            tool weather(city: string): number
            """)).file();

    private static final List<CommandInfo> COMMANDS = List.of(
            new CommandInfo("load", Argument.PROMPT_FILE, ":load FILE", "takes the prompt of a file"),
            new CommandInfo("save", Argument.FILE, ":save FILE", "writes the prompt"),
            new CommandInfo("show", Argument.NONE, ":show", "shows the prompt"),
            new CommandInfo("schema", Argument.WORD, ":schema [output|input|wire|shape]", "shows a schema"),
            new CommandInfo("model", Argument.MODEL, ":model NAME", "names another model"),
            new CommandInfo("set", Argument.SETTING, ":set NAME=VALUE", "sets a parameter"),
            new CommandInfo("test", Argument.TEST, ":test [NAME]", "runs the tests"),
            new CommandInfo("help", Argument.COMMAND, ":help [COMMAND]", "says what there is"));

    @TempDir
    private Path folder;

    private SessionView view = view("");

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("shared"));
        Files.writeString(folder.resolve("shared/common.prompt"), "type A = string\n");
        Files.writeString(folder.resolve("mail.prompt"), "prompt mail\n");
        Files.writeString(folder.resolve("mail.json"), "{}");
        Files.writeString(folder.resolve(".hidden.prompt"), "");
        view = view(PROMPT);
    }

    private SessionView view(String text) {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            CheckedPrompt prompt = engine.check("session", text)
                    .prompt()
                    .map(one -> one.checked())
                    .orElse(null);
            return new SessionView(
                    PromptParser.parse(new Source("session", text)).file(),
                    prompt,
                    Map.of(),
                    null,
                    null,
                    "sim",
                    0,
                    null,
                    false,
                    false,
                    folder == null ? Path.of("") : folder,
                    COMMANDS,
                    new SessionView.Known(
                            ModelTable.builtIn(),
                            engine.known(folder == null ? Path.of("") : folder.resolve("session"))
                                    .host(),
                            path -> path.equals("shared/common.prompt") ? COMMON : null,
                            expression -> expression.equals("review") ? Types.STRING : null));
        }
    }

    private List<Suggestion> at(String marked) {
        int cursor = marked.indexOf('^');
        String text = marked.substring(0, cursor) + marked.substring(cursor + 1);
        return Completer.complete(view, text, cursor).suggestions();
    }

    private List<String> values(String marked) {
        return at(marked).stream().map(Suggestion::value).toList();
    }

    private Suggestion only(String marked) {
        assertThat(at(marked)).hasSize(1);
        return at(marked).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            :l^                                 ; :load
            :s^                                 ; :save, :show, :schema, :set
            :load ma^                           ; mail.prompt
            :l sh^                              ; shared/
            :load shared/^                      ; shared/common.prompt
            :save mail^                         ; mail.prompt, mail.json
            :save! mail^                        ; mail.prompt, mail.json
            :schema i^                          ; input
            :model gpt-6^                       ; gpt-6-luna
            :model si^                          ; sim
            :set temp^                          ; temperature=
            :set reasoning_effort=m^            ; minimal, medium, max
            :test ^                             ; a happy customer, a sad one
            :help sc^                           ; schema
            :nothing ^                          ;
            va^                                 ; var
            alic^                               ; alice
            var x: ^L                           ; untrusted, Label, Example, string, number, integer, boolean, null, any, date, time, datetime, email, uri, uuid, image, map, schema, Turn
            var x: Ex^                          ; Example
            output js^                          ; json, json(strict), json(plain)
            output json { label: La^            ; Label
            user revi^                          ; review
            user "Hi {{ exa^                    ; examples
            user "Hi {{ el^                     ; else
            user t^                             ; tone(, true
            user review | tr^                   ; trim, truncate(, trusted(
            user review | b^                    ;
            user x | b^                         ; bullets
            user sha^                           ; shape(
            user shape(La^                      ; Label
            ensure output.^                     ; label, confidence, quote
            ensure output.label == ^            ; "positive", "negative", "neutral"
            ensure output.label == "ne^         ; negative", neutral"
            for e in examples { user e.^        ; text, label
            user "{{ for e in examples }}{{ e.t^; text
            user "{{ for e in examples }}{{ loop.i^; index
            examples = [{ la^                   ; label:
            examples = [{ label: "pos^          ; positive"
            model "gpt-6^                       ; gpt-6-luna"
            model "x" { temp^                   ; temperature =
            model "x" { verbosity = ^           ; "low", "medium", "high"
            model "x" { verbosity = "l^         ; low"
            model "x" { logprobs = ^            ; true, false
            import { A } fr^                    ; from
            import { A } from "^                ; mail.prompt", shared/
            import { A } from "shared/^         ; shared/common.prompt"
            user file("ma^                      ; mail.prompt", mail.json"
            role bob = de^                      ; developer
            test "t" { ex^                      ; expect, examples
            test "t" { recover ^                ; all, none
            test "t" { expect out^              ; output, outcome
            test "t" { expect outcome == "sc^   ; schema_violation"
            ex^                                 ; examples
            exp^                                ;
            // va^                              ;
            user "va^                           ;
            """)
    void suggestsWhatCanStandThere(String marked, String expected) {
        String wanted = expected == null ? "" : expected.strip();
        assertThat(String.join(", ", values(marked.strip())).strip()).isEqualTo(wanted);
    }

    @Test
    void eachSaysWhatItIs() {
        assertThat(only("user revi^"))
                .isEqualTo(new Suggestion("review", "review", "untrusted string", "inputs", false));
        assertThat(only("user count^").description()).isEqualTo("= examples | length");
        assertThat(only("user ton^").display()).isEqualTo("tone(word: string)");
        assertThat(only("output json { x: Labe^").description()).isEqualTo("\"positive\" | \"negative\" | \"neutral\"");
        assertThat(only("ensure output.qu^").description()).isEqualTo("string (may be missing)");
        assertThat(only("for e in examples { user e.te^").description()).isEqualTo("string · What was said.");
        assertThat(only(":model gpt-6-l^").description()).isEqualTo("$0.10 in, $0.50 out per million · 1.05M tokens");
        assertThat(only("model \"x\" { top_p^").description())
                .isEqualTo("number(0..1) · nucleus sampling: the share of likely tokens looked at");
        assertThat(only(":loa^"))
                .isEqualTo(new Suggestion(":load", ":load FILE", "takes the prompt of a file", "commands", false));
        assertThat(only("user x | trunc^").display()).isEqualTo("truncate(length)");
    }

    @Test
    void whatIsTypedIsReplacedFromItsBeginning() {
        assertThat(Completer.complete(view, ":load sha", 9).start()).isEqualTo(6);
        assertThat(Completer.complete(view, "model \"gpt-6", 12).start()).isEqualTo(7);
        assertThat(Completer.complete(view, "user revi", 9).start()).isEqualTo(5);
        assertThat(Completer.complete(view, ":set seed=1", 11).start()).isEqualTo(10);
    }

    @Test
    void namesThatAreBeingTypedCountToo() {
        assertThat(values("type Mood = \"good\" | \"bad\"\nvar mood: Mo^")).containsExactly("Mood");
        assertThat(values("type Mood = \"good\" | \"bad\"\nvar mood: Mood\nensure mood == ^"))
                .containsExactly("\"good\"", "\"bad\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            import { Level, Report as R } from "shared/common.prompt"|var x: ^L           ; untrusted, Level, R
            import { Level, Report as R } from "shared/common.prompt"|var x: R|ensure x.^ ; level, notes
            import { Report } from "shared/common.prompt"|var x: Report|ensure x.level == ^ ; "low", "high"
            import { tone as voice, greeting } from "shared/common.prompt"|user v^        ; voice(
            import { tone as voice, greeting } from "shared/common.prompt"|user gree^     ; greeting
            import { clerk } from "shared/common.prompt"|cle^                             ; clerk
            import { fast, weather } from "shared/common.prompt"|model ^                  ; fast
            import { fast, weather } from "shared/common.prompt"|tools ^                  ; weather
            import { gone } from "shared/common.prompt"|user go^                          ; gone
            import "shared/common.prompt" as common|var x: comm^                          ; common.
            import "shared/common.prompt" as common|var x: common.^                       ; Level, Report
            import "shared/common.prompt" as common|output json { x: common.^             ; Level, Report
            import "shared/common.prompt" as common|user shape(common.^                   ; Level, Report
            import "shared/common.prompt" as common|user common.^                         ; greeting, tone(
            import "shared/common.prompt" as common|user "{{ common.t^                    ; tone(
            import "shared/common.prompt" as common|model common.^                        ; fast
            import "shared/common.prompt" as common|tools common.^                        ; weather
            import "shared/gone.prompt" as gone|user gone.^                               ;
            """)
    void namesOfImportedFilesAreSuggestedWhereTheyCanStand(String marked, String expected) {
        String wanted = expected == null ? "" : expected.strip();
        assertThat(values(marked.strip().replace('|', '\n')).stream()
                        .filter(value -> !Words.TYPES.contains(value))
                        .filter(value -> !List.of("Label", "Example").contains(value)))
                .containsExactlyElementsOf(wanted.isEmpty() ? List.of() : List.of(wanted.split(", ")));
    }

    @Test
    void whatIsImportedSaysWhatItIsAndWhereItComesFrom() {
        String imports = "import { Level, Report, tone as voice, weather } from \"shared/common.prompt\"\n";
        assertThat(only(imports + "var x: Lev^").description())
                .isEqualTo("\"low\" | \"high\" · from \"shared/common.prompt\"");
        assertThat(only(imports + "var x: Rep^").description())
                .isEqualTo("{ level: Level, notes: string[] } · How bad it is. · from \"shared/common.prompt\"");
        assertThat(only(imports + "user voi^").display()).isEqualTo("voice(word: string)");
        assertThat(only(imports + "tools we^").description())
                .isEqualTo("(city: string): number · The weather of a place. · from \"shared/common.prompt\"");
    }

    @Test
    void whatTheProjectDeclaresOfItsHostIsSuggestedWithItsTypes() throws IOException {
        Files.writeString(folder.resolve("cuecard.json"), """
                {"functions": ["slug(text: string, separator?: string): string"],
                 "filters": ["initials(text: string): string", "pad(text: string, width: integer): string",
                             "total(prices: number[]): number"]}
                """);
        view = view(PROMPT);
        assertThat(only("user slu^"))
                .isEqualTo(new Suggestion(
                        "slug(", "slug(text: string, separator?: string)", "string · of the host", "functions", true));
        assertThat(only("user \"{{ x | ini^"))
                .isEqualTo(new Suggestion("initials", "initials", "string to string · of the host", "filters", false));
        assertThat(only("user x | pa^").display()).isEqualTo("pad(width: integer)");
        assertThat(values("user x | tot^")).containsExactly("total");
        assertThat(values("user review | tot^")).as("takes numbers alone").isEmpty();
    }

    @Test
    void everyWordHasADescription() {
        assertThat(Vocabulary.filters(null)).hasSameSizeAs(FilterFacts.all());
        assertThat(Vocabulary.settings("")).hasSameSizeAs(KnownSettings.TYPES.keySet());
        assertThat(Vocabulary.filters(null))
                .allSatisfy(one -> assertThat(one.description()).isNotBlank());
        assertThat(Vocabulary.settings(""))
                .allSatisfy(one -> assertThat(one.description()).doesNotEndWith("· "));
        assertThat(Vocabulary.types().stream().map(Suggestion::value)).containsExactlyElementsOf(Words.TYPES);
        assertThat(Vocabulary.declarations().stream().map(Suggestion::value))
                .containsExactlyElementsOf(Words.DECLARATIONS);
    }
}
