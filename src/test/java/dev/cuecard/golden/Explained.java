package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An explanation in its parts: {@code # P211: unknown type}, one to three paragraphs, {@code Wrong:} with fenced blocks,
 * {@code Right:} with fenced blocks.
 */
record Explained(String title, List<String> prose, List<Block> wrong, List<Block> right) {

    private static final Pattern PARTS =
            Pattern.compile("# P[0-9]{3}: ([^\n]+)\n\n(.*?)\n\nWrong:\n\n(.*?)\n\nRight:\n\n(.*?)\n", Pattern.DOTALL);
    private static final Pattern FENCED =
            Pattern.compile("```([a-z]*)(?: ([^\n]+))?\n(.*?)```(?:\n\n|$)", Pattern.DOTALL);

    /**
     * A fenced block.
     *
     * @param language what it is written in, or empty
     * @param name what follows the language: the path of a further file, {@code inputs} or {@code reply}; empty for the
     *     prompt itself
     */
    record Block(String language, String name, String text) {}

    static Explained of(String text) {
        Matcher parts = PARTS.matcher(text);
        assertThat(parts.matches()).as("has its parts in order:%n%s", text).isTrue();
        return new Explained(
                parts.group(1), List.of(parts.group(2).split("\n\n")), blocks(parts.group(3)), blocks(parts.group(4)));
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(text);
        int end = 0;
        while (fenced.find()) {
            assertThat(fenced.start())
                    .as("nothing between the blocks of%n%s", text)
                    .isEqualTo(end);
            end = fenced.end();
            String name = fenced.group(2) == null ? "" : fenced.group(2);
            blocks.add(new Block(fenced.group(1), name, fenced.group(3)));
        }
        assertThat(end).as("only fenced blocks in%n%s", text).isEqualTo(text.length());
        return blocks;
    }
}
