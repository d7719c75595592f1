package dev.cuecard.render.show;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatTool;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.chat.provider.HeaderRules;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;

/** How a request is shown; the names are what a user types. */
public enum RequestFormat {
    /** The exact body. */
    json {
        @Override
        public String show(ChatRequest request, Destination to) {
            ChatRequest sent = request.withModel(request.model() == null ? null : to.model());
            return JsonText.pretty(sent.toJson(), 2) + "\n";
        }
    },
    /**
     * A command to paste. The body stands in a here-document whose end no line of JSON can be, so that no value needs a
     * quote of the shell.
     */
    curl {
        @Override
        public String show(ChatRequest request, Destination to) {
            ProviderSettings provider = to.settings();
            String url = provider == null
                    ? "\"${OPENAI_BASE_URL:-https://api.openai.com/v1}/chat/completions\""
                    : quoted(provider.endpoint("chat/completions"));
            String key = provider == null ? "OPENAI_API_KEY" : provider.keyEnv();
            StringBuilder curl = new StringBuilder("curl -sS " + url + " \\\n");
            if (key != null) {
                curl.append("  -H \"Authorization: Bearer $").append(key).append("\" \\\n");
            }
            if (provider != null) {
                provider.headers()
                        .forEach((name, value) -> curl.append("  -H ")
                                .append(quoted(
                                        name + ": " + (HeaderRules.holdsSecret(name, value) ? Secret.MASK : value)))
                                .append(" \\\n"));
            }
            return curl + "  -H \"Content-Type: application/json\" \\\n"
                    + "  --data-binary @- <<'END_OF_BODY'\n"
                    + json.show(request, to)
                    + "END_OF_BODY\n";
        }

        /** In single quotes a shell takes everything as it is. */
        private String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    },
    /** A transcript to read. */
    text {
        @Override
        public String show(ChatRequest request, Destination to) {
            return transcript(request);
        }
    };

    private static final int WIDTH = 60;

    /**
     * The request as a text.
     *
     * @param to where it would go
     */
    public abstract String show(ChatRequest request, Destination to);

    private static String transcript(ChatRequest request) {
        StringBuilder out = new StringBuilder();
        out.append("model: ").append(request.model() == null ? "(none)" : request.model());
        out.append('\n');
        request.parameters()
                .forEach((name, value) -> out.append(name)
                        .append(": ")
                        .append(JsonText.compact(value))
                        .append('\n'));
        if (request.responseFormat() != null) {
            Json type = request.responseFormat().get("type");
            out.append("response_format: ")
                    .append(type instanceof Json.Str word ? word.value() : JsonText.compact(request.responseFormat()))
                    .append('\n');
        }
        for (ChatTool tool : request.tools()) {
            out.append("tool: ").append(tool.name()).append('\n');
        }
        for (ChatMessage message : request.messages()) {
            message(out, message);
        }
        return out.toString();
    }

    private static void message(StringBuilder out, ChatMessage message) {
        String who = message.role().word() + (message.name() == null ? "" : " " + message.name());
        String rule = "--- " + who + " ";
        out.append('\n')
                .append(rule)
                .append("-".repeat(Math.max(3, WIDTH - rule.length())))
                .append('\n');
        Json content = message.content();
        if (content instanceof Json.Str text) {
            out.append(text.value()).append('\n');
        } else if (content instanceof Json.Arr parts) {
            parts.items().forEach(part -> out.append(part(part)).append('\n'));
        }
        for (ToolCall call : message.toolCalls()) {
            out.append("(calls ")
                    .append(call.name())
                    .append(' ')
                    .append(call.arguments())
                    .append(")\n");
        }
    }

    private static String part(Json part) {
        if (part instanceof Json.Obj object
                && object.get("type") instanceof Json.Str type
                && type.value().equals("text")
                && object.get("text") instanceof Json.Str text) {
            return text.value();
        }
        String shown = JsonText.compact(part);
        return "(" + (shown.length() > WIDTH ? shown.substring(0, WIDTH) + "…" : shown) + ")";
    }
}
