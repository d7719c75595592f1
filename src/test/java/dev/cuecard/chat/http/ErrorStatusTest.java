package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A status that says that there is no reply: which mistake it is, and what is shown of the words of the server. */
@Timeout(60)
class ErrorStatusTest extends OneExchange {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error': {'message': 'No.', 'type': 'invalid_request_error', 'param': 'messages', 'code': null}} | P721 | invalid_request_error",
                "400 | {'error': {'message': 'Too long.', 'code': 'context_length_exceeded'}} | P726 | context_length_exceeded",
                "500 | {'error': {'message': 'the request exceeds the available context size'}} | P726 |",
                "400 | {'error': {'message': 'Filtered.', 'code': 'content_filter'}} | P737 | content_filter",
                "400 | {'error': {'message': 'Invalid parameter: response_format of type json_object is not supported with this model.'}} | P731 |",
                "422 | {'detail': [{'loc': ['body', 'response_format'], 'msg': 'Extra inputs are not permitted'}]} | P731 |",
                "400 | {'error': {'message': 'Invalid schema for response_format: additionalProperties is required', 'param': 'response_format'}} | P721 |",
                "400 | {'error': {'message': 'messages must contain the word json in some form, to use response_format of type json_object'}} | P721 |",
                "401 | {'error': {'message': 'Incorrect API key provided.', 'code': 'invalid_api_key'}} | P722 | invalid_api_key",
                "401 | | P722 |",
                "402 | {'error': {'message': 'Insufficient Balance', 'code': 402}} | P729 |",
                "403 | {'error': 'Country not supported'} | P723 |",
                "404 | {'error': {'message': 'The model `gpt-6-luna` does not exist', 'code': 'model_not_found'}} | P724 | model_not_found",
                "404 | {'detail': 'Not Found'} | P724 |",
                "405 | {} | P721 |",
                "413 | <html><title>413 Request Entity Too Large</title></html> | P725 |",
                "422 | {'object': 'error', 'message': 'bad value', 'type': 'BadRequestError', 'code': 422} | P727 | BadRequestError",
                "429 | {'error': {'message': 'Slow down', 'code': 'rate_limit_exceeded'}} | P728 | rate_limit_exceeded",
                "429 | {'error': {'message': 'No quota', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}} | P729 | insufficient_quota",
                "429 | {'error': {'message': 'No quota', 'type': 'insufficient_quota', 'code': 429}} | P729 | insufficient_quota",
                "500 | [{'error': {'code': 500, 'message': 'Internal', 'status': 'INTERNAL'}}] | P730 |",
                "503 | upstream connect error | P730 |",
                "529 | null | P730 |",
            })
    void errorStatus(int status, String body, Code code, String serverCode) throws Exception {
        server = RawServer.answering(status, "", body == null ? "" : body.replace('\'', '"'));
        ChatOutcome.Failed failed = assertFailed(outcome(), code, Fault.Kind.STATUS);
        assertThat(failed.fault().status()).isEqualTo(status);
        assertThat(failed.fault().code()).isEqualTo(serverCode);
        assertThat(failed.diagnostic().message()).contains("HTTP " + status);
        assertThat(server.request()).isNotNull();
        assertThat(server.requestsLeft()).as("sent once").isZero();
    }

    @Test
    void unknownResponseFormatNamesPlain() throws Exception {
        server = RawServer.answering(400, "", "{\"error\": {\"message\": \"response_format is not supported\"}}");
        assertThat(failed().diagnostic().help()).contains("output json(plain)");
    }

    @Test
    void keyIsMaskedEvenWhenEchoed() throws Exception {
        String body = "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY
                + ". Other: sk-othersecret123.\", \"param\": \"" + KEY + "\", \"code\": \"invalid_api_key\"}}";
        server = RawServer.answering(401, "x-request-id: " + KEY + "\r\n", body);
        ChatOutcome.Failed failed = assertFailed(outcome(), Code.P722, Fault.Kind.STATUS);
        assertThat(failed.toString()).doesNotContain(KEY, "othersecret");
        assertThat(shown(failed)).contains("`Incorrect API key provided: ***. Other: ***.`");
    }

    @Test
    void wordsOfTheServerAreCleanedAndCut() throws Exception {
        server = RawServer.answering(
                500, "", "{\"error\": {\"message\": \"a\\u001b[31m\\n\\n b" + "c".repeat(10_000) + "\"}}");
        assertThat(shown(failed())).contains("a\\u001b[31m bcc").contains("…").hasSizeLessThan(600);
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        try (RawServer other = RawServer.answering(200, "", GOOD)) {
            server = RawServer.answering(307, "Location: http://user:pw@127.0.0.1:" + other.port() + "/v1?k=1\r\n", "");
            ChatOutcome.Failed failed = assertFailed(outcome(), Code.P718, Fault.Kind.REDIRECT);
            assertThat(failed.diagnostic().message()).contains("http://***@127.0.0.1:" + other.port() + "/v1`");
            assertThat(other.requestsLeft()).isZero();
        }
    }
}
