package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each prompt of the gallery fails when it is broken, for the reason that it was broken by: at that place, by that code. */
class BrokenGalleryTest {

    private static final Path GALLERY = Path.of("prompts");

    /**
     * One way to break a prompt.
     *
     * @param prompt its file
     * @param before what stands in it, once
     * @param after what is written instead
     * @param code the code of what is said
     * @param at the text that the first finding points to, its first line; of one in a reply, that of the reply
     */
    private record Broken(String prompt, String before, String after, String code, String at) {}

    private static final List<Broken> TABLE = List.of(
            new Broken("chatbot", "{{ name | fence }}", "Their name: {{ name }}", "P242", "name"),
            new Broken("chatbot", "shared/handbook.md", "shared/handbok.md", "P102", "\"shared/handbok.md\""),
            new Broken("code-generator", "rules | bullets", "rules | bulets", "P205", "bulets"),
            new Broken(
                    "code-generator",
                    "string(1..600)",
                    "string(1..20)",
                    "P501",
                    "\"The word is compared with itself, reversed.\""),
            new Broken(
                    "content-summarizer",
                    "key_points: string(1..140)[](1..5)",
                    "key_points: string(1..140)[](1..2)",
                    "P501",
                    "[\"4,000 trees by 2030\", \"two votes against\", \"no budget for the upkeep\"]"),
            new Broken("content-summarizer", "quote == null", "qoute == null", "P204", "qoute"),
            new Broken("email-reply", "{{ mail.body | fence }}", "{{ mail.body }}", "P242", "mail.body"),
            new Broken("email-reply", "points | numbered", "point | numbered", "P201", "point"),
            new Broken(
                    "grammar-checker", "cases/grammar.jsonl", "cases/grammer.jsonl", "P102", "\"cases/grammer.jsonl\""),
            new Broken("grammar-checker", "{{ if style }}", "{% if style %}", "P807", "{% if style %}"),
            new Broken("hello", "user \"Hello!\"", "usr \"Hello!\"", "P207", "usr"),
            new Broken("hello", "\"help\" in output", "\"hlp\" in output", "P601", "\"hlp\" in output"),
            new Broken("hello-json", "you only reply with JSON", "you only reply with data", "P301", "output json"),
            new Broken(
                    "hello-json",
                    "outcome == \"invalid_json\"",
                    "outcome == \"valid\"",
                    "P601",
                    "outcome == \"valid\""),
            new Broken(
                    "personal-assistant",
                    "stub weather = { celsius: 4, sky: \"rain\" }",
                    "stub weather = { celsius: 4, sky: \"wet\" }",
                    "P222",
                    "\"wet\""),
            new Broken(
                    "personal-assistant",
                    "\"shared/tone.prompt\"",
                    "\"shared/tune.prompt\"",
                    "P101",
                    "\"shared/tune.prompt\""),
            new Broken("sentiment", "confidence: number(0..1)", "confidence: number(0..0.9)", "P501", "0.97"),
            new Broken("sentiment", "label: Label\n  confidence", "label: Lable\n  confidence", "P211", "Lable"),
            new Broken(
                    "spam-filter",
                    "ensure output.spam == (",
                    "ensure output.spam != (",
                    "P503",
                    "output.spam != (output.category != \"none\")"),
            new Broken("spam-filter", "{{ sender | fence }}", "{{ sender }}", "P242", "sender"),
            new Broken("spam-filter", "{{ subject | fence }}", "{{ subject }}", "P242", "subject"),
            new Broken("spam-filter", "{{ body | fence }}", "{{ body }}", "P242", "body"),
            new Broken("teaching-program", "steps: Step[](1..6)", "steps: Step[](2..6)", "P501", "["),
            new Broken("teaching-program", "{{ else if last_quiz }}", "{{ elif last_quiz }}", "P020", "elif"),
            new Broken("video-chat", "moments: Moment[](..5)", "moments: integer[](..5)", "P224", "=="),
            new Broken("video-chat", "transcript(lines) | fence", "transcript(line) | fence", "P201", "line"),
            new Broken("video-notes", "sort(\"at\")", "sort(\"att\")", "P204", "\"att\""),
            new Broken("video-notes", "heading: string(1..80)", "headline: string(1..80)", "P501", "\"heading\""));

    @TestFactory
    Stream<DynamicTest> fails() {
        return TABLE.stream().map(one -> dynamicTest(one.prompt() + ": " + one.after(), () -> fails(one)));
    }

    private static void fails(Broken broken) throws IOException, InterruptedException {
        Path file = GALLERY.resolve(broken.prompt() + ".prompt");
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(broken.before());
        try (PromptEngine engine = PromptEngine.builder().build()) {
            List<Diagnostic> findings = findings(engine.check(file, text.replace(broken.before(), broken.after())));
            String shown = DiagnosticRenderer.plain().render(findings);
            assertThat(findings).as(shown).isNotEmpty();
            Label primary = findings.get(0).primary();
            assertThat(findings.get(0).code().name() + " at "
                            + (primary == null
                                    ? ""
                                    : primary.span().text().lines().findFirst().orElse("")))
                    .as(shown)
                    .isEqualTo(broken.code() + " at " + broken.at());
        }
    }

    /** What the checker says; where it says nothing, what the tests do. */
    private static List<Diagnostic> findings(CheckResult checked) throws InterruptedException {
        List<Diagnostic> findings = new ArrayList<>(checked.findings());
        if (findings.isEmpty()) {
            TestPlan plan = TestPlan.of(checked.prompt().stream().toList(), List.of());
            findings.addAll(plan.findings());
            Recordings recordings = new Recordings(Recordings.Mode.REPLAY, false, ReplySource.LIVE);
            new TestRunner(TestOptions.DEFAULT, recordings)
                    .run(plan.cases(), one -> findings.addAll(one.allFindings()));
        }
        return findings;
    }

    @Test
    void eachPromptIsBroken() throws IOException {
        Set<String> prompts = new TreeSet<>();
        for (Path file : PromptFinder.below(GALLERY)) {
            if (!file.startsWith(GALLERY.resolve("shared"))) {
                prompts.add(file.getFileName().toString().replace(".prompt", ""));
            }
        }
        assertThat(Set.copyOf(TABLE.stream().map(Broken::prompt).toList())).isEqualTo(prompts);
    }
}
