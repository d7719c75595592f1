package dev.cuecard.chat.reply;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An error that a server tells of, by its code where that says more than the status.
 *
 * @param status the HTTP status; a good one when the error stands in a reply
 */
record StatusErrors(Call call, int status, ServerError error, HttpHeaders headers) {

    static Diagnostic redirect(Call call, @Nullable String location) {
        String to = location == null ? "" : " to " + Quoted.of(shownUrl(call, location));
        return Diagnostic.error(Code.P718, call.where() + " redirects" + to)
                .note("only a 307 or 308 on the same server is followed, once: the key and the prompt go nowhere else")
                .note("the request went to " + call.endpoint())
                .done();
    }

    private static String shownUrl(Call call, String url) {
        return call.provider().mask(url.replaceAll("//[^/?#]*@", "//***@").replaceFirst("[?#].*$", ""));
    }

    /**
     * The diagnostic.
     *
     * @param page what a body that is no JSON says, or null
     */
    Diagnostic diagnostic(@Nullable String page) {
        Diagnostic.Builder builder = begin();
        if (error.message() != null) {
            builder.note("the server says " + call.quote(error.message()));
        } else if (page != null) {
            builder.note("the server says, though not in JSON, " + call.quote(page));
        } else {
            builder.note("the server gives no reason");
        }
        if (error.param() != null) {
            builder.note("it speaks of " + Quoted.of(call.provider().mask(error.param())));
        }
        return builder.done();
    }

    /** Whether its words, whatever the status, say that the same request cannot go better. */
    boolean isHopeless() {
        return isQuota() || isFilter() || isTooLong() || isUnknownFormat() || error.hasCode("invalid_api_key");
    }

    private boolean isFilter() {
        return error.hasCode("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation");
    }

    private boolean isTooLong() {
        return error.hasCode("context_length_exceeded", "exceed_context_size_error")
                || (isRequestFault() && error.says("maximum context length", "context window", "context size"));
    }

    private Diagnostic.Builder begin() {
        if (isQuota()) {
            return error(Code.P729, "the quota of this key at " + call.where() + " is used up");
        } else if (isFilter()) {
            return error(Code.P737, "a content filter of " + call.where() + " blocks the request");
        } else if (isTooLong()) {
            return error(Code.P726, "the request is longer than the context window of " + Quoted.of(call.model()))
                    .help("count its tokens with `cuecard tokens`, and send less");
        } else if (isUnknownFormat()) {
            return error(Code.P731, call.where() + " does not know the response format " + Quoted.of(format()))
                    .help("ask for JSON without a response format: output json(plain)");
        } else if (status < 300) {
            return error(Code.P736, call.where() + " answers with an error");
        }
        return byStatus();
    }

    private Diagnostic.Builder byStatus() {
        if (status == 401 || error.hasCode("invalid_api_key")) {
            return call.provider().key() == null
                    ? error(Code.P722, call.where() + " wants a key").note("no key was sent")
                    : error(Code.P722, call.where() + " does not accept the key")
                            .note("the key of the provider "
                                    + Quoted.of(call.provider().name()) + " was sent");
        }
        return switch (status) {
            case 403 -> error(Code.P723, call.where() + " does not allow this request");
            case 404 -> notFound();
            case 407 ->
                error(Code.P720, "the proxy on the way to " + call.where() + " wants a user and a password")
                        .help("give them to it: HTTPS_PROXY=http://USER:PASSWORD@proxy.example:3128");
            case 413 ->
                error(Code.P725, "the request is too large for " + call.where())
                        .note("its body has " + call.size() + " bytes");
            case 422 -> error(Code.P727, call.where() + " cannot process the request");
            case 429 -> rateLimit();
            default ->
                status >= 500
                        ? error(Code.P730, call.where() + " has a fault")
                        : error(Code.P721, call.where() + " refuses the request");
        };
    }

    private Diagnostic.Builder notFound() {
        boolean model = error.hasCode("model_not_found")
                || (error.says("model") && !call.model().isEmpty());
        return model
                ? error(Code.P724, call.where() + " does not know the model " + Quoted.of(call.model()))
                : error(Code.P724, "nothing found at " + call.endpoint());
    }

    private Diagnostic.Builder rateLimit() {
        Diagnostic.Builder builder = error(Code.P728, "too many requests to " + call.where());
        headers.firstValue("Retry-After")
                .filter(after -> after.matches("\\d{1,9}(\\.\\d{1,3})?"))
                .ifPresent(after -> builder.note("it asks to wait for " + after + " s"));
        return builder;
    }

    private Diagnostic.Builder error(Code code, String message) {
        return Diagnostic.error(code, message + " (HTTP " + status + ")");
    }

    private boolean isQuota() {
        return status == 402
                || error.hasCode(
                        "insufficient_quota",
                        "billing_hard_limit_reached",
                        "billing_not_active",
                        "insufficient_balance",
                        "insufficient_credits",
                        "spend_limit_reached");
    }

    /** A mistake of the request; some servers give it a status of 500. */
    private boolean isRequestFault() {
        return status != 401 && status != 403 && status != 429;
    }

    private boolean isUnknownFormat() {
        if (call.request().responseFormat() == null || !isRequestFault()) {
            return false;
        }
        boolean speaksOfIt = error.says("response_format", "response format", "json_schema", "json_object", "json mode")
                || (error.param() != null && error.param().startsWith("response_format"));
        boolean schemaItself = error.says("invalid schema", "invalid_json_schema", "must contain the word");
        return speaksOfIt
                && !schemaItself
                && error.says(
                        "support",
                        "unknown",
                        "unrecognized",
                        "unexpected",
                        "extra",
                        "not permitted",
                        "not allowed",
                        "invalid value",
                        "invalid_value",
                        "not available",
                        "unavailable",
                        "not implemented",
                        "invalid type",
                        "must be one of",
                        "should be",
                        "input should");
    }

    private String format() {
        var format = call.request().responseFormat();
        return format != null && format.get("type") instanceof Json.Str type ? type.value() : "";
    }
}
