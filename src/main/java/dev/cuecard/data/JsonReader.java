package dev.cuecard.data;

import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one text; of one use only.
 *
 * <p>Written by hand, since what is wrong with a reply is half of what this program tells its users: the parser of a
 * library says it in its own words and often one token late, and knows no place of a name. A test holds the two
 * together.
 */
final class JsonReader {

    static final int MOST_DEPTH = 1_000;

    private final JsonScanner scanner;
    private final Source source;

    /** Where the brackets that are open begin. */
    private final Deque<Integer> open = new ArrayDeque<>();

    JsonReader(Span part) {
        this.scanner = new JsonScanner(part);
        this.source = part.source();
    }

    /** The value that is the whole text. */
    JsonReading readAll() {
        try {
            Read root = root();
            scanner.skipBlanks();
            if (scanner.peek() != JsonScanner.END) {
                throw scanner.expected("the end of the text");
            }
            return parsed(root);
        } catch (JsonFailure failure) {
            return failure.malformed();
        }
    }

    /** The value that the text begins with. */
    JsonReading readFirst() {
        try {
            return parsed(root());
        } catch (JsonFailure failure) {
            return failure.malformed();
        }
    }

    private JsonReading parsed(Read root) {
        return new JsonReading.Parsed(new JsonDocument(source, root.value, root.place));
    }

    private Read root() throws JsonFailure {
        if (scanner.peek() == '\ufeff') {
            scanner.skip();
        }
        return value(Key.NONE, "a value");
    }

    private Read value(Key key, String expected) throws JsonFailure {
        scanner.skipBlanks();
        int start = scanner.at();
        return switch (scanner.peek()) {
            case '{' -> object(key);
            case '[' -> array(key);
            case '"' -> leaf(Json.of(scanner.string()), start, key);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> leaf(scanner.number(), start, key);
            default -> {
                Json word = scanner.word();
                if (word == null) {
                    throw expected(expected);
                }
                yield leaf(word, start, key);
            }
        };
    }

    private Read leaf(Json value, int start, Key key) {
        return new Read(value, place(start, key, Map.of(), List.of()));
    }

    private JsonDocument.Place place(
            int start, Key key, Map<String, JsonDocument.Place> members, List<JsonDocument.Place> items) {
        return new JsonDocument.Place(start, scanner.at(), key.start, key.end, members, items);
    }

    private Read array(Key key) throws JsonFailure {
        int start = open();
        List<Json> items = new ArrayList<>();
        List<JsonDocument.Place> places = new ArrayList<>();
        scanner.skipBlanks();
        if (scanner.peek() != ']') {
            String expected = "a value or `]`";
            do {
                Read item = value(Key.NONE, expected);
                items.add(item.value);
                places.add(item.place);
                expected = "another value after the comma";
            } while (another(']'));
        }
        close();
        return new Read(Json.array(items), place(start, key, Map.of(), places));
    }

    private Read object(Key key) throws JsonFailure {
        int start = open();
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, JsonDocument.Place> places = new LinkedHashMap<>();
        scanner.skipBlanks();
        if (scanner.peek() != '}') {
            String expected = "a name in double quotes or `}`";
            do {
                Key own = key(expected, places);
                scanner.skipBlanks();
                if (scanner.peek() != ':') {
                    throw expected("`:`");
                }
                scanner.skip();
                Read member = value(own, "a value");
                members.put(own.name, member.value);
                places.put(own.name, member.place);
                expected = "another name in double quotes after the comma";
            } while (another('}'));
        }
        close();
        return new Read(new Json.Obj(members), place(start, key, places, List.of()));
    }

    private Key key(String expected, Map<String, JsonDocument.Place> before) throws JsonFailure {
        scanner.skipBlanks();
        if (scanner.peek() != '"') {
            throw expected(expected);
        }
        int start = scanner.at();
        String name = scanner.string();
        JsonDocument.Place first = before.get(name);
        if (first != null) {
            Label label = new Label(source.span(first.keyStart(), first.keyEnd()), "first given here");
            String problem = Quoted.of(name) + " is given a second time";
            throw scanner.failure(start, scanner.at(), problem, false, List.of(label));
        }
        return new Key(name, start, scanner.at());
    }

    /** Skips a comma, or stays on the closing bracket. */
    private boolean another(char close) throws JsonFailure {
        scanner.skipBlanks();
        if (scanner.peek() == ',') {
            scanner.skip();
            return true;
        }
        if (scanner.peek() != close) {
            throw expected("`,` or `" + close + "`");
        }
        return false;
    }

    private int open() throws JsonFailure {
        int start = scanner.at();
        if (open.size() == MOST_DEPTH) {
            String problem = String.format(Locale.ROOT, "more than %,d brackets are open here", MOST_DEPTH);
            throw scanner.at(start, start + 1, problem);
        }
        open.push(start);
        scanner.skip();
        return start;
    }

    private void close() {
        open.pop();
        scanner.skip();
    }

    /** At the end of the text the bracket is to blame that is still open. */
    private JsonFailure expected(String what) {
        Integer bracket = open.peek();
        if (scanner.peek() != JsonScanner.END || bracket == null) {
            return scanner.expected(what);
        }
        Label end = new Label(source.span(scanner.at(), scanner.at()), "the text ends here");
        String problem = "this `" + source.text().charAt(bracket) + "` is never closed";
        return scanner.failure(bracket, bracket + 1, problem, true, List.of(end));
    }

    /** A value and where it stands. */
    private record Read(Json value, JsonDocument.Place place) {}

    /** The name of a member and where it stands. */
    private record Key(String name, int start, int end) {
        static final Key NONE = new Key("", 0, 0);
    }
}
