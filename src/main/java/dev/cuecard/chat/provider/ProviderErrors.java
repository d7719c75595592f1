package dev.cuecard.chat.provider;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;

/** What is wrong with a provider before anything is sent. No message shows a key or the value of a header. */
public final class ProviderErrors {

    private ProviderErrors() {}

    /**
     * A provider beyond this machine has no key.
     *
     * @param variable the environment variable that would hold it
     */
    public static Diagnostic noKey(String provider, String address, String variable) {
        return Diagnostic.error(Code.P701, "no API key for the provider " + Quoted.of(provider))
                .note("the environment variable `" + variable + "` is not set, and " + Quoted.of(address)
                        + " wants a key")
                .note("the three ways on: set the key (`" + variable
                        + "`); configure another provider (`OPENAI_BASE_URL`, a server on this machine needs no key); or"
                        + " use the built-in simulator (`--model sim`)")
                .help("to try it without a key: --model sim")
                .done();
    }

    /** The same, where the program that the engine stands in would give it. */
    static Diagnostic noKeyGiven(String provider, String address) {
        return Diagnostic.error(Code.P701, "no API key for the provider " + Quoted.of(provider))
                .note(Quoted.of(address) + " wants a key, and the program has given the engine none")
                .note("the three ways on: give the builder the key (`apiKey`) or the variables (`environment`, with"
                        + " `OPENAI_API_KEY` among them); another provider (`baseUrl`, a server on this machine needs no"
                        + " key); or the built-in simulator (the model `sim`)")
                .help("to try it without a key: model \"sim\"")
                .done();
    }

    static Diagnostic badUrl(String text, String origin, String reason) {
        return Diagnostic.error(Code.P702, "the base URL " + Quoted.of(shown(text)) + " cannot be used")
                .note("it comes from " + origin)
                .note(reason)
                .help("write it like " + OpenAi.BASE_URL)
                .done();
    }

    /** @param allowance what allows it, as an operator would write it */
    static Diagnostic plainHttp(String text, String origin, String allowance) {
        return Diagnostic.error(
                        Code.P703, "the base URL " + Quoted.of(shown(text)) + " is plain http to another machine")
                .note("it comes from " + origin)
                .note("the key and all that is said could be read on the way")
                .note("in a network of one's own it can be allowed: `CUECARD_ALLOW_PROVIDER=" + allowance + "`")
                .help("use " + shown(text).replaceFirst("(?i)^http:", "https:"))
                .done();
    }

    static Diagnostic credentials(String text, String origin) {
        return Diagnostic.error(
                        Code.P704, "the base URL " + Quoted.of(shown(text)) + " holds a user name or a password")
                .note("it comes from " + origin)
                .note("base URLs are shown in messages and written to recordings")
                .help("leave it out of the URL; a key goes into `OPENAI_API_KEY`")
                .done();
    }

    static Diagnostic unsendableKey(String provider) {
        return Diagnostic.error(Code.P705, "the key of the provider " + Quoted.of(provider) + " cannot be sent")
                .note("a key is one word of printable ASCII; this one holds a blank, a line break or another character")
                .done();
    }

    static Diagnostic unsendableHeaderName(String provider, String header) {
        return Diagnostic.error(
                        Code.P705,
                        "the header " + Quoted.of(header) + " of the provider " + Quoted.of(provider)
                                + " cannot be sent")
                .note("the name of a header is one word of ASCII, and none of those that the connection sets itself")
                .done();
    }

    static Diagnostic unsendableHeaderValue(String provider, String header) {
        return Diagnostic.error(
                        Code.P705,
                        "the header " + Quoted.of(header) + " of the provider " + Quoted.of(provider)
                                + " cannot be sent")
                .note("the value of a header is one line of printable ASCII; this one holds a line break or another"
                        + " character")
                .done();
    }

    /** A model's name that no server can know. */
    public static Diagnostic unsendableModel(String model) {
        return Diagnostic.error(Code.P706, "the name of the model " + Quoted.of(model) + " holds a control character")
                .done();
    }

    /** A URL without what may open a door. */
    static String shown(String url) {
        return Secret.maskLikely(url.replaceAll("//[^/?#]*@", "//" + Secret.MASK + "@"));
    }
}
