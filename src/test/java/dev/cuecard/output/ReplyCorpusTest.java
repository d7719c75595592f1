package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed replies by category: each is read as what is meant, or refused, as the rule of its category decides. */
class ReplyCorpusTest {

    @TestFactory
    Stream<DynamicContainer> everyReplyIsWhatItsRuleSays() throws IOException {
        return ReplyCase.files().stream().map(file -> {
            List<ReplyCase> cases = cases(file);
            CheckedPrompt prompt = ReplyCase.prompt(cases.get(0).type());
            return DynamicContainer.dynamicContainer(
                    file.getFileName().toString(),
                    cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one, prompt))));
        });
    }

    @Test
    void thereAreEnoughOfThemEachWithARule() throws IOException {
        List<ReplyCase> all = new ArrayList<>();
        for (Path file : ReplyCase.files()) {
            assertThat(Files.readString(file)).startsWith("# ");
            all.addAll(cases(file));
        }
        assertThat(all).hasSizeGreaterThan(300);
        assertThat(all.stream().filter(ReplyCase::isRefused)).hasSizeGreaterThan(100);
    }

    private static List<ReplyCase> cases(Path file) {
        try {
            return ReplyCase.in(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(ReplyCase one, CheckedPrompt prompt) {
        Reading reading = one.read(prompt);
        if (one.isRefused()) {
            assertThat(reading.output()).as(one.reply()).isNull();
            assertThat(reading.errors()).isNotEmpty();
            assertThat(reading.findings()).isNotEmpty();
            Span at = reading.errors().get(0).inReply();
            if (reading.outcome() != Outcome.TRUNCATED) {
                assertThat(at).isNotNull();
                assertThat(at.text()).as(reading.errors().get(0).message()).startsWith(one.place());
            }
            assertThat(reading.findings().get(0).primary()).isNotNull();
        } else {
            assertThat(reading.errors()).as(one.reply()).isEmpty();
            assertThat(plain(reading.output())).as(one.reply()).isEqualTo(plain(json(one.verdict())));
        }
    }

    private static Json json(String text) {
        return ((JsonReading.Parsed) JsonText.parse(new Source("meant", text)))
                .document()
                .value();
    }

    /** The value with its numbers in one form. */
    private static Json plain(Json value) {
        if (value instanceof Json.Num number) {
            return Json.of(number.value().stripTrailingZeros());
        } else if (value instanceof Json.Arr list) {
            return Json.array(list.items().stream().map(ReplyCorpusTest::plain).toList());
        } else if (value instanceof Json.Obj object) {
            Json.ObjBuilder members = Json.object();
            object.members().forEach((name, member) -> members.put(name, plain(member)));
            return members.done();
        }
        return value;
    }
}
