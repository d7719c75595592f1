package dev.cuecard.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown file.
 *
 * @param line the line of its opening fence, from 1
 * @param info what stands after the fence, its words
 * @param text what stands between the fences, lines ended by LF
 */
record Example(int line, List<String> info, String text) {

    /** The blocks of a file, in their order. */
    static List<Example> of(Path file) throws IOException {
        List<Example> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String fence = fence(lines.get(i));
            if (!fence.isEmpty()) {
                int opened = i + 1;
                String info = lines.get(i).substring(fence.length()).strip();
                StringBuilder text = new StringBuilder();
                for (i++;
                        !fence(lines.get(i)).startsWith(fence)
                                || !lines.get(i).replace("`", "").isBlank();
                        i++) {
                    text.append(lines.get(i)).append('\n');
                }
                found.add(new Example(opened, List.of(info.split(" +")), text.toString()));
            }
        }
        return found;
    }

    private static String fence(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end < 3 ? "" : line.substring(0, end);
    }

    /** Whether its info begins with these words. */
    boolean is(String... words) {
        return info.size() >= words.length && info.subList(0, words.length).equals(List.of(words));
    }

    /** The text without its last newline. */
    String content() {
        return text.substring(0, Math.max(0, text.length() - 1));
    }
}
