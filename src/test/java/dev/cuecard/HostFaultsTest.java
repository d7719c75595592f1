package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.host.HostCode;
import dev.cuecard.host.HostFunction;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.tool.ToolRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which every part of a host's own code can fail: a clear error, and nothing left behind. */
@Timeout(60)
class HostFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final int MUCH = 3 << 20;
    private static final Set<Fault> THROWING =
            EnumSet.of(Fault.THROWS, Fault.THROWS_AN_ERROR, Fault.OVERFLOWS_THE_STACK);

    /** What a host adds. */
    private enum Extension {
        FUNCTION,
        FILTER,
        SAFE_FILTER,
        TOOL,
        CLIENT,
        CLIENT_OF_A_PROVIDER,
        FILES,
        LISTENER
    }

    /** What goes wrong in it. */
    private enum Fault {
        THROWS,
        THROWS_AN_ERROR,
        OVERFLOWS_THE_STACK,
        HANGS,
        GIVES_NULL,
        GIVES_ANOTHER_TYPE,
        GIVES_TOO_MUCH,
        GIVES_AN_OBJECT,
        GIVES_ITSELF,
        GIVES_NO_TEXT
    }

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (Extension extension : Extension.values()) {
            for (Fault fault : Fault.values()) {
                if (code(extension, fault) != null) {
                    all.add(Arguments.of(extension, fault, code(extension, fault)));
                }
            }
        }
        return all.stream();
    }

    /** What is told; null where the compiler lets no such thing happen. */
    private static Code code(Extension extension, Fault fault) {
        boolean throwing = THROWING.contains(fault);
        boolean hanging = fault == Fault.HANGS;
        boolean ofCode = fault == Fault.GIVES_AN_OBJECT || fault == Fault.GIVES_ITSELF;
        return switch (extension) {
            case FUNCTION, FILTER, SAFE_FILTER -> throwing ? Code.P781 : hanging ? Code.P782 : Code.P783;
            case TOOL -> throwing ? Code.P772 : hanging ? Code.P773 : ofCode ? null : Code.P774;
            case CLIENT, CLIENT_OF_A_PROVIDER ->
                throwing
                        ? Code.P785
                        : hanging
                                ? Code.P786
                                : fault == Fault.GIVES_NULL || fault == Fault.GIVES_TOO_MUCH ? Code.P787 : null;
            case FILES ->
                throwing || hanging || fault == Fault.GIVES_NULL
                        ? Code.P788
                        : fault == Fault.GIVES_TOO_MUCH || fault == Fault.GIVES_NO_TEXT ? Code.P104 : null;
            case LISTENER -> throwing || hanging ? Code.P789 : null;
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void aFaultIsToldAndNothingIsLeftBehind(Extension extension, Fault fault, Code code) throws Exception {
        List<Diagnostic> findings;
        try (PromptEngine engine = engine(extension, fault).build()) {
            CheckResult checked = engine.check("prompts/host.prompt", text(extension));
            findings = new ArrayList<>(checked.findings());
            if (checked.prompt().isPresent()) {
                RunOptions options = RunOptions.DEFAULT.withReask(0);
                Result result = checked.prompt().get().run(Map.of(), options);
                findings.addAll(result.findings());
                if (extension == Extension.LISTENER || extension == Extension.TOOL) {
                    assertThat(result.isValid()).as("the run goes on").isTrue();
                } else {
                    assertThat(result.isValid()).isFalse();
                }
            }
        }
        assertThat(findings).extracting(Diagnostic::code).containsExactly(code);
        assertThat(findings.get(0).message()).doesNotContain("dev.cuecard", "java.");
        nothingIsLeft();
    }

    private static String text(Extension extension) {
        String call = switch (extension) {
            case FUNCTION -> "{{ host(\"a\") }}";
            case FILTER, SAFE_FILTER -> "{{ \"a\" | host }}";
            default -> "a";
        };
        return "prompt host\n"
                + (extension == Extension.FILES ? "import { a } from \"shared/a.prompt\"\n" : "")
                + (extension == Extension.TOOL ? "tool host(text: string): string\n" : "")
                + "model \"" + (extension == Extension.CLIENT_OF_A_PROVIDER ? "own/small" : "small") + "\"\n"
                + "user \"" + call + "\"\noutput text\n";
    }

    private static PromptEngineBuilder engine(Extension extension, Fault fault) {
        ScriptedModel model = new ScriptedModel();
        if (extension == Extension.TOOL) {
            model.calls("host {\"text\": \"a\"}");
        }
        model.says("Done.");
        PromptEngineBuilder engine = PromptEngine.builder()
                .client(model)
                .limits(Limits.DEFAULT
                        .withText(MUCH / 2)
                        .withFile(MUCH / 2)
                        .withTime(extension == Extension.FILES ? SHORT : Limits.DEFAULT.time()))
                .toolRules(ToolRules.DEFAULT.withTime(SHORT))
                .timeouts(Timeouts.DEFAULT.with(
                        Timeouts.Name.ATTEMPT,
                        extension == Extension.CLIENT || extension == Extension.CLIENT_OF_A_PROVIDER
                                ? SHORT
                                : Timeouts.DEFAULT.attempt()));
        HostCode code = arguments -> act(fault);
        HostFunction function = HostFunction.of("host(text: string): string", code)
                .within(fault == Fault.HANGS ? SHORT : HostFunction.TIME);
        return switch (extension) {
            case FUNCTION -> engine.function(function);
            case FILTER -> engine.filter(function);
            case SAFE_FILTER -> engine.safeFilter(function);
            case TOOL -> engine.tool("host", arguments -> (Json) act(fault));
            case CLIENT -> engine.client(request -> outcome(act(fault)));
            case CLIENT_OF_A_PROVIDER -> engine.client("own", request -> outcome(act(fault)));
            case FILES -> engine.files((from, path) -> reading(path, unchecked(fault)));
            case LISTENER -> engine.listener(event -> unchecked(fault));
        };
    }

    /** Does what is wrong, or gives it. */
    private static Object act(Fault fault) throws InterruptedException {
        switch (fault) {
            case THROWS -> throw new IllegalStateException("the host's own words");
            case THROWS_AN_ERROR -> throw new AssertionError("the host's own words");
            case OVERFLOWS_THE_STACK -> {
                return deeper(0);
            }
            case HANGS -> {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            }
            case GIVES_ANOTHER_TYPE -> {
                return Json.of(7);
            }
            case GIVES_TOO_MUCH -> {
                return Json.of("x".repeat(MUCH));
            }
            case GIVES_AN_OBJECT -> {
                return new Object();
            }
            case GIVES_ITSELF -> {
                Map<String, Object> itself = new HashMap<>();
                itself.put("self", itself);
                return itself;
            }
            case GIVES_NO_TEXT -> {
                return Json.of("\ud800");
            }
            default -> {
                return null;
            }
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Object deeper(int depth) {
        return deeper(depth + 1);
    }

    private static Object unchecked(Fault fault) {
        try {
            return act(fault);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ChatOutcome outcome(Object gave) {
        return gave instanceof Json.Str text
                ? new ScriptedModel().says(text.value().repeat(4)).complete(null)
                : null;
    }

    private static FileReading reading(String path, Object gave) {
        return gave instanceof Json.Str text
                ? new FileReading.Found(
                        path,
                        path,
                        text.value().equals("\ud800")
                                ? new byte[] {(byte) 0xff, (byte) 0xfe}
                                : new byte[text.value().length()])
                : null;
    }

    /** Threads of ours end at once, or once they have noticed that they were interrupted. */
    private static void nothingIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("cuecard-(tool|host|client|files|listener).*")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
