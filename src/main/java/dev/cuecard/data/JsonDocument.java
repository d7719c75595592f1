package dev.cuecard.data;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value that was read from a text, and where in it each of its parts stands. */
public final class JsonDocument {

    private final Source source;
    private final Json value;
    private final Place root;

    JsonDocument(Source source, Json value, Place root) {
        this.source = source;
        this.value = value;
        this.root = root;
    }

    /** The value. */
    public Json value() {
        return value;
    }

    /** The text that it was read from. */
    public Source source() {
        return source;
    }

    /** Where the whole value stands. */
    public Span span() {
        return source.span(root.start(), root.end());
    }

    /**
     * Where the value at a {@link JsonPointer} stands; of a value that is not there, the span of the nearest one that
     * would hold it.
     */
    public Span span(String pointer) {
        Place place = find(pointer);
        return source.span(place.start(), place.end());
    }

    /** Where the name of the member at a {@link JsonPointer} stands, quotes included; of what has none, {@link #span}. */
    public Span keySpan(String pointer) {
        Place place = find(pointer);
        return place.keyEnd() > 0 ? source.span(place.keyStart(), place.keyEnd()) : span(pointer);
    }

    private Place find(String pointer) {
        Place place = root;
        for (String token : JsonPointer.tokens(pointer)) {
            Place next = place.child(token);
            if (next == null) {
                return place;
            }
            place = next;
        }
        return place;
    }

    /**
     * Where a value stands; parallel to the value, since a table of pointers would grow with the depth too. Offsets are
     * into the source; a value that is no member has a key end of 0.
     */
    record Place(int start, int end, int keyStart, int keyEnd, Map<String, Place> members, List<Place> items) {

        @Nullable
        Place child(String token) {
            Place member = members.get(token);
            if (member != null || items.isEmpty() || !token.matches("0|[1-9][0-9]{0,8}")) {
                return member;
            }
            int index = Integer.parseInt(token);
            return index < items.size() ? items.get(index) : null;
        }
    }
}
