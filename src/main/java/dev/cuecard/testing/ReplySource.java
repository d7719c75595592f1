package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatClient;
import java.util.stream.Collectors;

/** Who answers the tests that bring no reply along. For many threads. */
public interface ReplySource {

    /** The provider that the prompt's engine knows, or the simulator. */
    ReplySource LIVE = (test, rendering, repeat) -> test.prompt()
            .client(
                    rendering,
                    repeat,
                    test.test().stubs().stream().map(stub -> stub.name()).collect(Collectors.toSet()));

    /**
     * Who answers one run of a test.
     *
     * @param test the test
     * @param rendering its request
     * @param repeat which run of it, from 0
     */
    ChatClient client(TestCase test, Rendering rendering, int repeat);
}
