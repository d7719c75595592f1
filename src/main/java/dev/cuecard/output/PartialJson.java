package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is still being written: what is complete of it. A string, number or word counts once it has ended; an object
 * or list that is open holds what is complete in it. What stands before the first bracket, and anything after its end, is
 * passed over. Where it stops being JSON it grows no more. Linear in the text. Of one use and one thread.
 */
final class PartialJson {

    private static final int MOST_DEPTH = 1_000;

    /** An object or list that is open. */
    private static final class Open {
        private final boolean isObject;
        private final Map<String, Json> members = new LinkedHashMap<>();
        private final List<Json> items = new ArrayList<>();
        private @Nullable String key;
        private boolean hasColon;
        private boolean isNext = true;

        Open(boolean isObject) {
            this.isObject = isObject;
        }

        /** Takes a value that is complete; false when there is no place for it. */
        boolean add(Json value) {
            if (!isNext || (isObject && (key == null || !hasColon))) {
                return false;
            }
            isNext = false;
            hasColon = false;
            if (!isObject) {
                items.add(value);
                return true;
            }
            boolean fresh = members.putIfAbsent(String.valueOf(key), value) == null;
            key = null;
            return fresh;
        }

        /** Takes a comma or colon; false when it does not belong here. */
        boolean mark(char c) {
            if (c == ':') {
                boolean belongs = key != null && !hasColon;
                hasColon = true;
                return belongs;
            }
            boolean belongs = !isNext;
            isNext = true;
            return belongs;
        }

        /** Whether a comma has nothing after it. */
        boolean isCommaLast() {
            return isNext && !(members.isEmpty() && items.isEmpty());
        }

        Json value() {
            return isObject ? new Json.Obj(members) : Json.array(items);
        }

        String step(String pointer) {
            return isObject
                    ? JsonPointer.append(pointer, String.valueOf(key))
                    : JsonPointer.append(pointer, items.size());
        }
    }

    /** From the inside out. */
    private final Deque<Open> open = new ArrayDeque<>();

    private final StringBuilder token = new StringBuilder();
    private boolean inString;
    private boolean escaped;
    private boolean over;
    private @Nullable Json root;
    private int complete;

    /** Takes more of the text. */
    void add(String more) {
        for (int i = 0; i < more.length() && !over; i++) {
            take(more.charAt(i));
        }
    }

    /** How many values are complete. */
    int complete() {
        return complete;
    }

    private void take(char c) {
        if (inString) {
            token.append(c);
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inString = false;
                endString();
            }
        } else if (open.isEmpty() && c != '{' && c != '[') {
            // Not begun yet.
            return;
        } else {
            structure(c);
        }
    }

    private void structure(char c) {
        switch (c) {
            case '{', '[' -> {
                over = !token.isEmpty() || open.size() == MOST_DEPTH;
                open.push(new Open(c == '{'));
            }
            case '}', ']' -> {
                endWord();
                close(c == '}');
            }
            case ' ', '\t', '\n', '\r' -> endWord();
            case ',', ':' -> {
                endWord();
                over |= !open.element().mark(c);
            }
            case '"' -> {
                over |= !token.isEmpty();
                inString = true;
                token.append(c);
            }
            default -> token.append(c);
        }
    }

    private void endString() {
        Open here = open.element();
        Json text = parsed();
        if (text instanceof Json.Str key && here.isObject && here.key == null && here.isNext) {
            here.key = key.value();
        } else {
            put(text);
        }
    }

    private void endWord() {
        if (!token.isEmpty()) {
            put(parsed());
        }
    }

    private @Nullable Json parsed() {
        JsonReading reading = JsonText.parse(new Source("reply", token.toString()));
        token.setLength(0);
        return reading instanceof JsonReading.Parsed good ? good.document().value() : null;
    }

    private void put(@Nullable Json value) {
        complete++;
        over |= value == null || !open.element().add(value);
    }

    private void close(boolean isObject) {
        Open closed = open.element();
        if (over || closed.isObject != isObject || closed.key != null || closed.isCommaLast()) {
            over = true;
            return;
        }
        open.pop();
        if (open.isEmpty()) {
            root = closed.value();
            complete++;
            over = true;
        } else {
            put(closed.value());
        }
    }

    /** What is complete, or null before the first bracket. */
    @Nullable
    Json value() {
        if (root != null || open.isEmpty()) {
            return root;
        }
        Json inner = null;
        for (Open one : open) {
            if (inner == null) {
                inner = one.value();
            } else if (one.isObject) {
                Map<String, Json> members = new LinkedHashMap<>(one.members);
                members.putIfAbsent(String.valueOf(one.key), inner);
                inner = new Json.Obj(members);
            } else {
                List<Json> items = new ArrayList<>(one.items);
                items.add(inner);
                inner = Json.array(items);
            }
        }
        return inner;
    }

    /** Where the objects and lists stand that are still open. */
    Set<String> openPointers() {
        Set<String> pointers = new LinkedHashSet<>();
        if (root == null) {
            String pointer = JsonPointer.ROOT;
            for (Iterator<Open> outer = open.descendingIterator(); outer.hasNext(); ) {
                pointers.add(pointer);
                pointer = outer.next().step(pointer);
            }
        }
        return pointers;
    }
}
