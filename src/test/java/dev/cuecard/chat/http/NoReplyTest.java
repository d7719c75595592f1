package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Code;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A status that says that all is well, before a body that is no reply. */
@Timeout(60)
class NoReplyTest extends OneExchange {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | P732 | EMPTY",
                "'  ' | P732 | EMPTY",
                "<html><body>Hello</body></html> | P734 | NOT_A_REPLY",
                "{'choices': | P734 | NOT_A_REPLY",
                "{'choices': []} | P735 | EMPTY",
                "{'choices': null} | P734 | NOT_A_REPLY",
                "{} | P734 | NOT_A_REPLY",
                "[] | P734 | NOT_A_REPLY",
                "'\"Hello\"' | P734 | NOT_A_REPLY",
                "{'choices': [{'message': {'content': 7}}]} | P734 | NOT_A_REPLY",
                "{'choices': [{}]} | P734 | NOT_A_REPLY",
                "{'error': {'message': 'overloaded', 'code': 500}} | P736 | ERROR_IN_REPLY",
                "{'error': 'overloaded', 'choices': []} | P736 | ERROR_IN_REPLY",
                "{'error': {'code': 'insufficient_quota'}} | P729 | ERROR_IN_REPLY",
                "{'choices': [], 'choices': []} | P734 | NOT_A_REPLY",
            })
    void goodStatusWithoutAReply(String body, Code code, Fault.Kind kind) throws Exception {
        server = RawServer.answering(200, "", body.replace('\'', '"'));
        assertThat(assertFailed(outcome(), code, kind).fault().status()).isEqualTo(200);
    }

    @Test
    void deepNestingIsNoReply() throws Exception {
        server = RawServer.answering(200, "", "{\"choices\": " + "[".repeat(100_000));
        assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY);
    }

    @Test
    void notUtf8IsNoReply() throws Exception {
        byte[] body = GOOD.replace("Hello!", "Gr\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1);
        server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n", body);
        assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY);
    }

    @Test
    void compressedAsNobodyKnows() throws Exception {
        server = RawServer.answering(200, "Content-Encoding: br\r\n", "\u001b\u0003");
        assertThat(shown(assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY)))
                .contains("compressed as `br`");
    }
}
