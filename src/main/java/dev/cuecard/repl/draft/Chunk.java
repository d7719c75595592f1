package dev.cuecard.repl.draft;

import org.jspecify.annotations.Nullable;

/**
 * One declaration of a text with what belongs to it.
 *
 * @param lead what stands between the one before and it
 * @param body the declaration, with what documents it
 * @param typedAt where the body stands in what was typed, or -1 when it was there before
 */
record Chunk(Declared declared, String lead, String body, int typedAt) {

    static Chunk typed(Declared declared, String text, int from, int end) {
        int start = from;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Chunk(declared, "", text.substring(start, end), start);
    }

    /** The same where another stood before, whose comments stay. */
    Chunk inPlaceOf(Chunk other) {
        return new Chunk(declared, other.lead, body, typedAt);
    }

    /** The lines to add between the chunk before and this one. */
    String separator(@Nullable Chunk before) {
        if (before == null) {
            return "";
        }
        int wanted = isNear(before) ? 1 : 2;
        int there = lead.length() - lead.replace("\n", "").length();
        if (there > 0 && before.typedAt < 0) {
            // As it was written.
            return "";
        }
        return "\n".repeat(Math.max(0, wanted - there));
    }

    private boolean isNear(Chunk before) {
        return before.declared.rank() == declared.rank() && before.body.indexOf('\n') < 0 && body.indexOf('\n') < 0;
    }
}
