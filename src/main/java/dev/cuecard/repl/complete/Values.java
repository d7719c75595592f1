package dev.cuecard.repl.complete;

import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.complete.shape.Shape;
import dev.cuecard.repl.complete.shape.TypeShape;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.highlight.Cursor.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values are that a text speaks of: by the session where it knows, else by what is declared. */
final class Values {

    /** A name, and what leads from it to a member or an item. */
    private static final Pattern ACCESS = Pattern.compile("\\??\\.\\s*([\\p{L}_][\\p{L}0-9_]*)|\\[[^\\[\\]]*]");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}0-9_]*");
    private static final Pattern OPERAND_END =
            Pattern.compile("[\\p{L}_][\\p{L}0-9_]*(?:(?:\\??\\.[\\p{L}_][\\p{L}0-9_]*)|\\[[^\\[\\]]*])*\\s*$");
    private static final int MOST_LOOPS = 20;

    private final SessionView view;
    private final Names names;
    private final List<Loop> loops;

    Values(SessionView view, Names names, List<Loop> loops) {
        this.view = view;
        this.names = names;
        this.loops = loops;
    }

    /** The shape of what an operand stands for. */
    Shape of(String operand) {
        return of(operand, 0);
    }

    private Shape of(String operand, int depth) {
        String text = operand.strip();
        Matcher root = NAME.matcher(text);
        if (text.isEmpty() || depth > MOST_LOOPS) {
            return Shape.UNKNOWN;
        }
        Shape byName = root.lookingAt() ? byName(text, root.group(), depth) : null;
        if (byName != null && byName != Shape.UNKNOWN) {
            return byName;
        }
        Type type = view.known().typeOf().apply(text);
        return type == null ? Shape.UNKNOWN : new TypeShape(type);
    }

    private @Nullable Shape byName(String text, String root, int depth) {
        Shape shape = root(root, depth);
        List<String> path = path(text.substring(root.length()));
        return shape == null || path == null ? null : shape.follow(path);
    }

    private @Nullable Shape root(String name, int depth) {
        for (Loop loop : loops) {
            if (loop.variable().equals(name)) {
                Shape list = of(loop.list().replaceFirst("\\|.*", ""), depth + 1);
                Shape item = list.item();
                return item == null ? Shape.UNKNOWN : item;
            }
        }
        if (name.equals("output")) {
            return view.output() != null ? new TypeShape(view.output()) : names.output();
        }
        return names.input(name);
    }

    private static @Nullable List<String> path(String rest) {
        List<String> path = new ArrayList<>();
        Matcher step = ACCESS.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            step.region(at, rest.length());
            if (!step.lookingAt()) {
                return null;
            }
            path.add(step.group(1) == null ? "[]" : step.group(1));
            at = step.end();
        }
        return path;
    }

    /** The type of the operand that ends a text, or null when it is not known. */
    @Nullable
    Type typeBefore(String before) {
        Matcher operand = OPERAND_END.matcher(before);
        return operand.find() ? view.known().typeOf().apply(operand.group().strip()) : null;
    }
}
