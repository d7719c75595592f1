package dev.cuecard.testing.recording;

import dev.cuecard.chat.Canonical;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of recorded calls: by what else the request says, then message by message, the shorter conversation first. */
final class Conversations {

    private static final String MESSAGES = "messages";

    static final Comparator<RecordedCall> ORDER =
            Comparator.comparing(Conversations::rest).thenComparing(Conversations::messages, Conversations::compare);

    private Conversations() {}

    private static String rest(RecordedCall call) {
        Map<String, Json> members = new LinkedHashMap<>(call.request().members());
        members.remove(MESSAGES);
        return Canonical.text(new Json.Obj(members));
    }

    private static List<String> messages(RecordedCall call) {
        return call.request().get(MESSAGES) instanceof Json.Arr list
                ? list.items().stream().map(JsonText::compact).toList()
                : List.of();
    }

    private static int compare(List<String> some, List<String> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int order = some.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }
}
