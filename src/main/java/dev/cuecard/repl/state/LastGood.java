package dev.cuecard.repl.state;

import dev.cuecard.Prompt;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files, where those that a prompt imports are as it has read them: somebody may be in the midst of changing them.
 *
 * @param files what stands on disk now
 * @param texts what the prompt has read, by the names of the files
 */
record LastGood(FileSource files, Map<String, String> texts) implements FileSource {

    static FileSource of(FileSource files, @Nullable Prompt prompt) {
        if (prompt == null || prompt.checked().imports().isEmpty()) {
            return files;
        }
        Map<String, String> texts = new HashMap<>();
        prompt.checked().imports().forEach(source -> texts.put(source.name(), source.text()));
        return new LastGood(files, texts);
    }

    @Override
    public FileReading read(Source from, String path) {
        FileReading reading = files.read(from, path);
        if (reading instanceof FileReading.Found found && texts.containsKey(found.name())) {
            byte[] bytes = texts.get(found.name()).getBytes(StandardCharsets.UTF_8);
            return new FileReading.Found(found.name(), found.key(), bytes);
        }
        return reading;
    }
}
