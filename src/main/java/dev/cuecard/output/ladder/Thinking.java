package dev.cuecard.output.ladder;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model writes for itself before its answer, between tags such as {@code <think>} and {@code </think>}; the first
 * of them may be missing, since some servers put it into the prompt. No answer is looked for in there.
 *
 * @param from where the answer begins
 * @param recovery that something was left out, or null
 * @param unfinished the tag of a thinking without an answer, or null
 */
record Thinking(
        int from, @Nullable Recovery recovery, @Nullable Span unfinished) {

    private static final Pattern TAG = Pattern.compile(
            "<(/?)(?:think|thinking|thought|reasoning|reflection|scratchpad)>", Pattern.CASE_INSENSITIVE);

    static Thinking of(Source reply) {
        String text = reply.text();
        int start = Scan.blanks(text, 0);
        boolean json = start < text.length() && "{[\"".indexOf(text.charAt(start)) >= 0;
        int bracket = OutOfProse.next(text, 0);
        Matcher tags = TAG.matcher(text);
        int from = 0;
        Span last = null;
        Span opened = null;
        while (!json && tags.find()) {
            Span tag = reply.span(tags.start(), tags.end());
            if (!tags.group(1).isEmpty()) {
                from = tags.end();
                last = tag;
                opened = null;
            } else if (opened == null && (last != null || bracket < 0 || tags.start() < bracket)) {
                opened = tag;
            }
        }
        boolean none = last != null && text.substring(from).isBlank();
        Span unfinished =
                opened != null && text.substring(from, opened.start()).isBlank() ? opened : none ? last : null;
        Recovery recovery = last == null
                ? null
                : new Recovery(
                        Recovery.Kind.THINKING, "what the model thinks before it left out", reply.span(start, from));
        return new Thinking(from, recovery, unfinished);
    }
}
