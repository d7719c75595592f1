package dev.cuecard.repl.complete;

import dev.cuecard.check.builtin.FilterFacts;
import dev.cuecard.check.model.KnownSettings;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the language, and what each is for. */
final class Vocabulary {

    private static final Map<String, String> DECLARATIONS = table(
            "prompt", "the prompt's name: prompt name",
            "import", "names of another file: import { Label } from \"shared/common.prompt\"",
            "model", "the model and its parameters: model \"name\" { temperature = 0 }",
            "role", "a named speaker: role alice = user \"alice\"",
            "type", "a type: type Label = \"a\" | \"b\", type Example { text: string }",
            "var", "an input: var name: type = default",
            "let", "a computed value: let name = expression",
            "template", "text to call: template name(param: type) \"\"\"…\"\"\"",
            "tool", "a function the model may call: tool name(param: type): type",
            "tools", "tools of other files that are sent",
            "output", "what the reply must be: output json { … }",
            "ensure", "a condition on the output: ensure condition : \"message\"",
            "test", "inputs and what to expect: test \"name\" { … }");

    private static final Map<String, String> STATEMENTS = table(
            "system", "a message that instructs the model",
            "developer", "a message that instructs the model, of newer models",
            "user", "a message of the user",
            "assistant", "a message of the model",
            "history", "the turns of a conversation go here",
            "if", "messages under a condition: if condition { … }",
            "for", "messages for each item: for x in xs { … }");

    private static final Map<String, String> TEST_LINES = table(
            "expect", "what has to hold: expect output.label == \"a\"",
            "reply", "a canned reply: reply \"…\"",
            "refusal", "the model declines: refusal \"…\"",
            "stub", "what a tool gives: stub weather = { … }",
            "recover", "whether a malformed reply is mended: recover all",
            "history", "the turns before: history = [user \"…\"]");

    private static final Map<String, String> TYPES = table(
            "string", "text: string(1..80), string('^[A-Z]+$')",
            "number", "a number: number(0..1), number(0<..)",
            "integer", "a whole number: integer(1..5)",
            "boolean", "true or false",
            "null", "null alone; T? is T or null",
            "any", "any value",
            "date", "2026-11-24",
            "time", "12:00:00Z",
            "datetime", "2026-11-24T12:00:00Z",
            "email", "an e-mail address",
            "uri", "an address with its scheme",
            "uuid", "a UUID",
            "image", "a picture; of inputs alone",
            "map", "an object of any keys: map<number>",
            "schema", "a JSON Schema file: schema(\"file.json\")",
            "Turn", "a turn of a conversation: role, content, name");

    private static final Map<String, String> FILTERS = table(
            "json", "compact JSON, or indented",
            "upper", "in upper case",
            "lower", "in lower case",
            "trim", "without white space at both ends",
            "replace", "each occurrence of a text by another",
            "split", "the parts between separators",
            "join", "the items with a separator between them",
            "lines", "its lines",
            "truncate", "at most so many characters, … at the end if cut",
            "indent", "blanks before every line that is not empty",
            "bullets", "- a, one a line",
            "numbered", "1. a, one a line",
            "length", "the number of characters, items or members",
            "first", "the first item",
            "last", "the last item",
            "sort", "in order, perhaps by a field",
            "unique", "each item once",
            "reverse", "backwards",
            "keys", "the keys of an object",
            "values", "the values of an object",
            "map", "one field of each item, or each item through a function",
            "where", "the items whose field has a value",
            "round", "to so many digits",
            "xml", "with & < > \" ' escaped",
            "matches", "whether a part of it matches",
            "fence", "between lines of back-quotes, as data",
            "trusted", "vouches for fenced text in a system message");

    private static final Map<String, String> FUNCTIONS = table(
            "shape(type?)", "a type as a short sketch for the model; the output's without one",
            "json_schema(type?)", "a type as JSON Schema; the output's without one",
            "file(\"path\")", "the text of a file",
            "rows(\"path\": Type)", "the rows of a JSONL, JSON or CSV file",
            "image(picture, detail?)", "a picture as a part of a message",
            "range(from, to)", "the whole numbers from one up to, not including, another");

    private static final Map<String, String> SETTINGS = table(
            "temperature", "how varied the reply is",
            "top_p", "nucleus sampling: the share of likely tokens looked at",
            "max_tokens", "the most tokens of the reply, of older models",
            "max_completion_tokens", "the most tokens of the reply, thinking included",
            "reasoning_effort", "how long the model thinks",
            "verbosity", "how much the model says",
            "seed", "makes sampling repeatable, as far as the model can",
            "stop", "texts at which the reply ends",
            "presence_penalty", "against subjects that were there before",
            "frequency_penalty", "against words that were there before",
            "logprobs", "whether the likelihoods of tokens are wanted",
            "top_logprobs", "how many other tokens are wanted with theirs",
            "logit_bias", "tokens that are made likelier, or less likely",
            "parallel_tool_calls", "whether several tools are called at once",
            "tool_choice", "whether a tool is called",
            "service_tier", "what the request is processed with",
            "store", "whether the provider keeps the reply",
            "metadata", "names and texts that the provider keeps",
            "user", "who asks, as an identifier",
            "safety_identifier", "who asks, as a hash",
            "prompt_cache_key", "requests that share a cache",
            "prompt_cache_retention", "how long the cache is kept");

    private static final Map<String, String> OUTPUTS = table(
            "json", "JSON mode: a JSON object, held to its type",
            "json(strict)", "structured outputs: the schema is sent along",
            "json(plain)", "JSON without a response format, for servers that have none",
            "text", "any text, or a string, a number or a literal");

    private static final Map<String, String> OF_TEST = table(
            "output", "the validated output",
            "reply", "the reply's text",
            "outcome", "how it ended: \"valid\", \"schema_violation\" …",
            "errors", "what is wrong with the reply",
            "recoveries", "what was done to understand the reply",
            "finish_reason", "why the model stopped",
            "usage", "the tokens",
            "cost_usd", "what it cost",
            "latency_ms", "how long it took",
            "model", "the model that answered",
            "messages", "the messages that were sent");

    private static final Map<String, String> OF_SESSION = table(
            "output", "the output of the last run",
            "reply", "the text of the last reply",
            "messages", "the messages that were sent last",
            "usage", "the tokens of the last run");

    private static final Map<String, String> WORDS = table(
            "true",
            "",
            "false",
            "",
            "null",
            "",
            "not",
            "is it false",
            "and",
            "both",
            "or",
            "one of both",
            "in",
            "item of a list, key of an object, part of a text",
            "if",
            "a if condition else b",
            "else",
            "otherwise",
            "end",
            "ends if or for",
            "let",
            "a value for the rest of the text",
            "for",
            "for each item: for x in xs",
            "untrusted",
            "its text comes from outside",
            "reask",
            "how often an invalid reply is sent back",
            "from",
            "the file",
            "as",
            "under another name",
            "all",
            "mend what can be mended without guessing",
            "none",
            "the reply as it came",
            "repeat",
            "so many runs",
            "pass",
            "so many must pass",
            "rate",
            "the share that must pass",
            "finish",
            "why the model stopped");

    private Vocabulary() {}

    private static Map<String, String> table(String... pairs) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return table;
    }

    private static List<Suggestion> list(Map<String, String> table, String group) {
        return table.entrySet().stream()
                .map(entry -> Suggestion.of(entry.getKey(), entry.getValue(), group))
                .toList();
    }

    static List<Suggestion> declarations() {
        return list(DECLARATIONS, "declarations");
    }

    static List<Suggestion> statements() {
        return list(STATEMENTS, "messages");
    }

    static List<Suggestion> roles() {
        return list(STATEMENTS, "roles").subList(0, 4);
    }

    static List<Suggestion> testLines() {
        return list(TEST_LINES, "lines of a test");
    }

    static List<Suggestion> types() {
        return list(TYPES, "types");
    }

    static List<Suggestion> outputs() {
        return list(OUTPUTS, "outputs");
    }

    static List<Suggestion> ofTest() {
        return list(OF_TEST, "the run");
    }

    static List<Suggestion> ofSession() {
        return list(OF_SESSION, "last run");
    }

    static List<Suggestion> words(String... words) {
        return Arrays.stream(words)
                .map(word -> Suggestion.of(word, WORDS.getOrDefault(word, ""), "words"))
                .toList();
    }

    static List<Suggestion> functions() {
        return FUNCTIONS.entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey().substring(0, entry.getKey().indexOf('('));
                    return Suggestion.open(name + "(", entry.getKey(), entry.getValue(), "functions");
                })
                .toList();
    }

    /** The filters; those that do not take a type are left out when it is known. */
    static List<Suggestion> filters(@Nullable Type type) {
        return FilterFacts.all().stream()
                .filter(filter -> type == null || FilterFacts.canTake(filter.name(), type))
                .map(filter -> {
                    boolean needsMore = filter.signature().contains("(")
                            && !filter.signature().endsWith("?)");
                    String value = needsMore ? filter.name() + "(" : filter.name();
                    String about = FILTERS.getOrDefault(filter.name(), "");
                    return new Suggestion(value, filter.signature(), about, "filters", needsMore);
                })
                .toList();
    }

    /** The request parameters; {@code after} follows a name right away. */
    static List<Suggestion> settings(String after) {
        return KnownSettings.TYPES.entrySet().stream()
                .map(entry -> {
                    String about = Types.show(entry.getValue()) + " · " + SETTINGS.getOrDefault(entry.getKey(), "");
                    String value = entry.getKey() + after;
                    return new Suggestion(value, entry.getKey(), about, "parameters", !after.isBlank());
                })
                .toList();
    }
}
