package dev.cuecard.render.eval;

/**
 * How much one rendering may take, so that no prompt and no input can hold up its host.
 *
 * @param input the UTF-16 units of one input, as JSON
 * @param nesting how deep lists and objects stand in each other in one input: half of {@code depth}, so that something
 *     can be made of it
 * @param text the UTF-16 units of one text, on its way or done
 * @param items the items that {@code range} gives
 * @param work the steps of one evaluator: an expression is one, 64 units of text are one, an item looked at is one
 * @param depth how deep expressions, computed values and templates stand in each other, and values too
 */
public record Limits(int input, int nesting, int text, int items, long work, int depth) {

    /** 16 Mi for an input, 500 deep, 32 Mi for a text, 100,000 items, 20 million steps (about a second), 1,000 deep. */
    public static final Limits DEFAULT = new Limits(16 << 20, 500, 32 << 20, 100_000, 20_000_000, 1_000);
}
