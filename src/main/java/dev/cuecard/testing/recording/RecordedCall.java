package dev.cuecard.testing.recording;

import dev.cuecard.chat.Canonical;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its replies.
 *
 * @param request the canonical body, with what is redacted masked
 * @param replies one for each run of the test that made it, by the number of the run
 */
record RecordedCall(Json.Obj request, List<RecordedReply> replies) {

    RecordedCall {
        replies = replies.stream()
                .sorted(Comparator.comparingInt(RecordedReply::repeat))
                .toList();
    }

    /** What makes two requests the same. */
    String key() {
        return Canonical.text(request);
    }

    @Nullable
    RecordedReply reply(int repeat) {
        return replies.stream()
                .filter(reply -> reply.repeat() == repeat)
                .findFirst()
                .orElse(null);
    }

    RecordedCall with(RecordedReply one) {
        List<RecordedReply> all = new ArrayList<>(replies);
        all.removeIf(reply -> reply.repeat() == one.repeat());
        all.add(one);
        return new RecordedCall(request, all);
    }

    private Json repliesJson() {
        return Json.array(replies.stream().map(RecordedReply::toJson).toList());
    }

    Json.Obj toJson() {
        return Json.object()
                .put("request", request)
                .put("replies", repliesJson())
                .put("hash", hash(key(), repliesJson()))
                .done();
    }

    static String hash(String key, Json replies) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(JsonText.compact(replies).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
