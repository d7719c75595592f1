package dev.cuecard.repl.state;

import dev.cuecard.Prompt;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checker makes of a draft.
 *
 * @param prompt the prompt, or null as long as something is missing or wrong
 * @param findings mistakes and warnings, sorted by place
 * @param inputs what it takes, also of a draft that is no prompt yet
 */
public record Compiled(@Nullable Prompt prompt, List<Diagnostic> findings, List<CheckedInput> inputs) {

    /** What a prompt lacks that is only not finished: messages, the word JSON, an output to show, the inputs of a test. */
    private static final Set<Code> UNFINISHED = Set.of(Code.P313, Code.P301, Code.P309, Code.P401);

    /** What is said of a whole file, and makes no sense of one that is being written. */
    private static final Set<Code> OF_WHOLE_FILES = Set.of(Code.P302, Code.P801, Code.P802, Code.P803, Code.P804);

    /** Copies the lists. */
    public Compiled {
        findings = List.copyOf(findings);
        inputs = List.copyOf(inputs);
    }

    /** Whether an error says only that something is not there yet. */
    public static boolean isUnfinished(Diagnostic finding) {
        return finding.isError() && UNFINISHED.contains(finding.code());
    }

    /** Whether what is unfinished is a test, which no line to come finishes by itself. */
    public static boolean concernsTests(Diagnostic finding) {
        return finding.code() == Code.P401;
    }

    /** Whether a finding is worth telling while the prompt is being written. */
    public static boolean isOfWholeFile(Diagnostic finding) {
        return OF_WHOLE_FILES.contains(finding.code());
    }

    /** The errors that are not there in another state of the same prompt; what is only unfinished is none. */
    public List<Diagnostic> mistakesNotIn(Compiled other) {
        return findings.stream()
                .filter(one -> one.isError() && !isUnfinished(one))
                .filter(one -> other.findings.stream().noneMatch(known -> isSame(known, one)))
                .toList();
    }

    /** Whether two findings tell the same, wherever it stands by now. */
    static boolean isSame(Diagnostic one, Diagnostic other) {
        return one.code() == other.code() && one.message().equals(other.message());
    }

    /** Whether this one was told of another state already. */
    public boolean has(Diagnostic finding) {
        return findings.stream().anyMatch(known -> isSame(known, finding));
    }

    /** The input of that name, or null. */
    public @Nullable CheckedInput input(String name) {
        return inputs.stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
