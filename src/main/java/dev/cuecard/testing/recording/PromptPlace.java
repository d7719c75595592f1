package dev.cuecard.testing.recording;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.testing.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a prompt that a part of its request comes from: the one that has most in common with the text that is
 * sent. Where a value changed and not the prompt, no line does, and the test is shown.
 */
final class PromptPlace {

    /** So much must be the same, or all of a shorter line. */
    private static final int ENOUGH = 8;

    private static final Pattern MESSAGE = Pattern.compile("messages\\[(\\d+)]");

    private PromptPlace() {}

    /** A place and what it is. */
    record Found(Span span, String label) {}

    static Found of(TestCase test, Difference difference, Json.Obj body) {
        CheckedPrompt prompt = test.prompt().checked();
        Span stub = stub(test, difference.part(), body);
        if (stub != null) {
            return new Found(stub, "`" + difference.part() + "` is what this stub gives");
        }
        String label = "`" + difference.part() + "`"
                + (difference.line() > 0 ? ", line " + difference.line() + "," : "") + " comes from here";
        Span line = null;
        if (difference.part().startsWith("messages") || difference.part().startsWith("tools")) {
            line = difference.fresh() == null ? null : line(sources(prompt), difference.fresh(), changed(difference));
        } else if (difference.part().startsWith("response_format")) {
            line = prompt.output().head();
        } else {
            String name = difference.part().equals("model") ? unquoted(difference.fresh()) : difference.part();
            line = line(sources(prompt), name, name);
        }
        return line == null
                ? new Found(test.test().origin(), "this test makes another request now")
                : new Found(line, label);
    }

    /** The stub whose answer a message is, or null. */
    private static @Nullable Span stub(TestCase test, String part, Json.Obj body) {
        Matcher message = MESSAGE.matcher(part);
        if (!message.lookingAt() || !(body.get("messages") instanceof Json.Arr messages)) {
            return null;
        }
        StubAnswer answer = StubAnswer.at(messages, Integer.parseInt(message.group(1)));
        if (answer == null) {
            return null;
        }
        List<Span> stubs = test.test().stubs().stream()
                .filter(stub -> stub.name().equals(answer.tool()))
                .map(stub -> stub.value().span())
                .toList();
        // The last one answers all further calls.
        return stubs.isEmpty() ? null : stubs.get(Math.min(answer.number(), stubs.size() - 1));
    }

    private static String unquoted(@Nullable String text) {
        return text == null ? "model" : text.replace("\"", "");
    }

    private static List<Source> sources(CheckedPrompt prompt) {
        List<Source> sources = new ArrayList<>();
        sources.add(prompt.source());
        sources.addAll(prompt.imports());
        return sources;
    }

    /** What stands in the new line and not in the old one. */
    private static String changed(Difference difference) {
        String old = difference.old() == null ? "" : difference.old();
        String fresh = difference.fresh() == null ? "" : difference.fresh();
        int start = Difference.same(old, fresh);
        int end = fresh.length();
        int oldEnd = old.length();
        while (end > start && oldEnd > start && fresh.charAt(end - 1) == old.charAt(oldEnd - 1)) {
            end--;
            oldEnd--;
        }
        return words(fresh, start, end);
    }

    /** Whole words. */
    private static String words(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).strip();
    }

    private static @Nullable Span line(List<Source> sources, String text, String changed) {
        Span best = null;
        int most = Math.min(ENOUGH, text.strip().length()) - 1;
        for (Source source : sources) {
            for (int number = 1; number <= source.lineCount(); number++) {
                String line = source.lineText(number);
                String bare = line.strip();
                int start = source.lineStart(number) + (bare.isEmpty() ? 0 : line.indexOf(bare));
                int at = changed.isEmpty() ? -1 : bare.indexOf(changed);
                // The line that holds what is new is the one, unless hardly anything else is the same.
                int common = common(bare, text) + (at >= 0 ? 1_000 : 0);
                if (!bare.isEmpty() && common > most) {
                    most = common;
                    best = at >= 0
                            ? source.span(start + at, start + at + changed.length())
                            : source.span(start, start + bare.length());
                }
            }
        }
        return best;
    }

    /** The length of the longest text that stands in both. */
    private static int common(String one, String other) {
        String a = one.length() > 400 ? one.substring(0, 400) : one;
        String b = other.length() > 400 ? other.substring(0, 400) : other;
        int[] before = new int[b.length() + 1];
        int longest = 0;
        for (int i = 0; i < a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 0; j < b.length(); j++) {
                if (a.charAt(i) == b.charAt(j)) {
                    row[j + 1] = before[j] + 1;
                    longest = Math.max(longest, row[j + 1]);
                }
            }
            before = row;
        }
        return longest;
    }
}
