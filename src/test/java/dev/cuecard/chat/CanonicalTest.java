package dev.cuecard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.sim.sample.JsonOf;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void sortsTheMembersOfEveryObject() {
        assertThat(Canonical.text(JsonOf.object("""
                {"model": "m", "b": [{"z": 1, "a": {"y": 1.0, "x": null}}], "a": true}""")))
                .isEqualTo("{\"a\":true,\"b\":[{\"a\":{\"x\":null,\"y\":1.0},\"z\":1}],\"model\":\"m\"}");
    }

    @Test
    void leavesOutHowAndForWhomItIsAsked() {
        assertThat(Canonical.text(JsonOf.object("""
                {"model": "m", "stream": true, "stream_options": {}, "user": "u", "metadata": {"a": "b"},
                 "messages": [{"user": "kept", "metadata": {}}]}""")))
                .isEqualTo("{\"messages\":[{\"metadata\":{},\"user\":\"kept\"}],\"model\":\"m\"}");
    }
}
