package dev.cuecard.render.eval;

import java.time.Duration;

/**
 * How much a prompt and its values may take, so that none can hold up its host. What goes over a limit is a diagnostic at
 * its place, whoever wrote it: prompts, inputs and files may come from strangers.
 *
 * <pre>{@code
 * PromptEngineBuilder builder = PromptEngine.builder().limits(Limits.DEFAULT.withTime(Duration.ofSeconds(1)).withImports(10));
 * }</pre>
 *
 * @param input the UTF-16 units of one input, as JSON
 * @param nesting how deep lists and objects stand in each other in one input: half of {@code depth}, so that something
 *     can be made of it. Brackets, tags and texts of a prompt stand at most 100 deep, whatever is said here
 * @param text the UTF-16 units of one text, on its way or done
 * @param items the items that {@code range} gives
 * @param work the steps of one evaluator: an expression is one, each time that it is evaluated, 64 units of text are one,
 *     an item looked at is one. A loop takes at least one for each of its rounds
 * @param depth how deep expressions, computed values and templates stand in each other, and values too
 * @param time how long one evaluator may take, and how long a source of files that the host wrote may take for one file.
 *     One rendering has an evaluator for its inputs and one for its messages, each condition on a reply has one
 * @param imports how many files a prompt may import, however indirectly
 * @param importDepth how many files may import each other in a chain
 * @param file the bytes of one file; of the prompt itself, the UTF-16 units, and never more than {@link #prompt}
 */
public record Limits(
        int input,
        int nesting,
        int text,
        int items,
        long work,
        int depth,
        Duration time,
        int imports,
        int importDepth,
        int file) {

    /**
     * 16 Mi for an input, 500 deep, 32 Mi for a text, 100,000 items, 20 million steps (about a second), 1,000 deep, a
     * minute, 200 imports in chains of 20, 20 MiB for a file.
     */
    public static final Limits DEFAULT = new Limits(16 << 20, 500, 32 << 20, 100_000, 20_000_000, 1_000);

    private static final int PROMPT = 8 << 20;

    /** Checks that each is positive. */
    public Limits {
        boolean positive = input > 0 && nesting > 0 && text > 0 && items > 0 && work > 0 && depth > 0 && file > 0;
        if (!positive || imports < 0 || importDepth < 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a limit that nothing can keep");
        }
    }

    /** Those of one rendering, the others as they are if nothing is said. */
    public Limits(int input, int nesting, int text, int items, long work, int depth) {
        this(input, nesting, text, items, work, depth, Duration.ofMinutes(1), 200, 20, 20 << 20);
    }

    /** The most UTF-16 units of a prompt's own text: 8 Mi, or those of a file where they are fewer. */
    public int prompt() {
        return Math.min(file, PROMPT);
    }

    /** The same with another size of an input. */
    public Limits withInput(int units) {
        return new Limits(units, nesting, text, items, work, depth, time, imports, importDepth, file);
    }

    /** The same with another depth of inputs, and of all values twice that. */
    public Limits withNesting(int levels) {
        return new Limits(
                input, levels, text, items, work, Math.max(2 * levels, 100), time, imports, importDepth, file);
    }

    /** The same with another size of a text. */
    public Limits withText(int units) {
        return new Limits(input, nesting, units, items, work, depth, time, imports, importDepth, file);
    }

    /** The same with another length of a range. */
    public Limits withItems(int most) {
        return new Limits(input, nesting, text, most, work, depth, time, imports, importDepth, file);
    }

    /** The same with another number of steps. */
    public Limits withWork(long steps) {
        return new Limits(input, nesting, text, items, steps, depth, time, imports, importDepth, file);
    }

    /** The same with another time. */
    public Limits withTime(Duration most) {
        return new Limits(input, nesting, text, items, work, depth, most, imports, importDepth, file);
    }

    /** The same with another number of imports; 0 for none. */
    public Limits withImports(int most) {
        return new Limits(input, nesting, text, items, work, depth, time, most, importDepth, file);
    }

    /** The same with another length of a chain of imports. */
    public Limits withImportDepth(int most) {
        return new Limits(input, nesting, text, items, work, depth, time, imports, most, file);
    }

    /** The same with another size of a file. */
    public Limits withFile(int bytes) {
        return new Limits(input, nesting, text, items, work, depth, time, imports, importDepth, bytes);
    }
}
