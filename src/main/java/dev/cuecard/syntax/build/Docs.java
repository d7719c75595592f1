package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.TokenArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The {@code ///} comments of a file, each with the token below it, until something is found that begins there. */
public final class Docs {

    private static final Docs NONE = new Docs();

    private final Map<Integer, List<Comment>> above = new HashMap<>();
    private final List<Comment> astray = new ArrayList<>();

    private Docs() {}

    /** Those among all comments of a file. */
    public static Docs of(List<Comment> comments, TokenArray tokens) {
        Docs docs = null;
        int token = 0;
        for (Comment comment : comments) {
            if (comment.kind() != Comment.Kind.DOC) {
                continue;
            }
            docs = docs == null ? new Docs() : docs;
            while (tokens.get(token).start() < comment.end() && token < tokens.size() - 1) {
                token++;
            }
            if (comment.alone()) {
                docs.above.computeIfAbsent(token, t -> new ArrayList<>()).add(comment);
            } else {
                docs.astray.add(comment);
            }
        }
        return docs == null ? NONE : docs;
    }

    @Nullable
    Doc take(Source source, int token) {
        List<Comment> comments = above.isEmpty() ? null : above.remove(token);
        return comments == null ? null : doc(source, comments);
    }

    private static Doc doc(Source source, List<Comment> comments) {
        StringJoiner lines = new StringJoiner("\n");
        for (Comment comment : comments) {
            String line =
                    source.text().substring(comment.start() + 3, comment.end()).stripTrailing();
            lines.add(line.startsWith(" ") ? line.substring(1) : line);
        }
        Comment last = comments.get(comments.size() - 1);
        return new Doc(source.span(comments.get(0).start(), last.end()), lines.toString());
    }

    /** The comments that document nothing, in the order of the text. */
    public List<Span> unclaimed(Source source) {
        List<Span> spans = new ArrayList<>();
        astray.forEach(comment -> spans.add(source.span(comment.start(), comment.end())));
        above.values().forEach(comments -> spans.add(doc(source, comments).span()));
        spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return spans;
    }
}
