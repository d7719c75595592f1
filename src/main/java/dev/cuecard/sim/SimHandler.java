package dev.cuecard.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.refuse.ApiError;
import dev.cuecard.sim.refuse.RequestCheck;
import dev.cuecard.sim.sample.Dice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Routes requests and writes what they get. */
final class SimHandler implements HttpHandler {

    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final String MODELS = "/v1/models";

    private final SimOptions options;
    private final Completions completions;
    private final Later later;
    private final AtomicLong requests = new AtomicLong();

    SimHandler(SimOptions options, Later later) {
        this.options = options;
        this.completions = new Completions(options);
        this.later = later;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        SimAnswer answer;
        try {
            answer = answer(exchange);
        } catch (RuntimeException e) {
            // Nothing of a fault of ours is told but that there was one.
            answer = SimAnswer.of(new ApiError(500, "The simulator made a mistake.", null, "internal_error"));
        }
        SimAnswer sent = answer;
        later.run(options.latency(), () -> sent.send(exchange));
    }

    private SimAnswer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        ApiError refused = refused(exchange);
        if (refused != null) {
            return SimAnswer.of(refused);
        } else if (path.equals(COMPLETIONS)) {
            return method.equals("POST") ? complete(exchange) : SimAnswer.of(notAllowed(method, path));
        } else if (path.equals(MODELS) || path.startsWith(MODELS + "/")) {
            if (!method.equals("GET")) {
                return SimAnswer.of(notAllowed(method, path));
            }
            return path.equals(MODELS) ? models() : model(path.substring(MODELS.length() + 1));
        }
        return SimAnswer.of(new ApiError(404, "Invalid URL (" + method + " " + path + ")", null, null));
    }

    private @Nullable ApiError refused(HttpExchange exchange) {
        if (options.key() == null) {
            return null;
        }
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null) {
            return new ApiError(
                    401,
                    "You didn't provide an API key. You need to provide your API key in an Authorization header using"
                            + " Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
                    null,
                    null);
        }
        return given.equals("Bearer " + options.key())
                ? null
                : new ApiError(401, "Incorrect API key provided.", null, "invalid_api_key");
    }

    private static ApiError notAllowed(String method, String path) {
        return new ApiError(405, "Not allowed to " + method + " on " + path + ".", null, "method_not_supported");
    }

    private SimAnswer complete(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(options.largest() + 1);
        if (bytes.length > options.largest()) {
            return SimAnswer.of(new ApiError(
                    413, "The request is larger than " + options.largest() + " bytes.", null, "request_too_large"));
        }
        Json body = json(bytes);
        if (!(body instanceof Json.Obj object)) {
            return SimAnswer.of(ApiError.bad(
                    "We could not parse the JSON body of your request. The API expects a JSON object.", null, null));
        }
        ApiError wrong = RequestCheck.check(object);
        if (wrong == null && object.get("model") instanceof Json.Str model && !knows(model.value())) {
            wrong = noModel(model.value());
        }
        return wrong != null ? SimAnswer.of(wrong) : complete(object);
    }

    private SimAnswer complete(Json.Obj body) {
        SimFault fault = fault();
        List<Said> said = completions.said(body, fault);
        SimAnswer answer = Json.of(true).equals(body.get("stream"))
                ? SimAnswer.ofEvents(completions.events(body, said))
                : SimAnswer.of(200, completions.answer(body, said));
        return fault == null ? answer : answer.with(fault);
    }

    /** What goes wrong with the next request, or null. */
    private @Nullable SimFault fault() {
        long number = requests.getAndIncrement();
        for (Injection injection : options.faults()) {
            Dice dice = Dice.of(injection.fault().word(), Long.toString(options.seed()), Long.toString(number));
            if (dice.below(1_000_000) < injection.rate() * 1_000_000) {
                return injection.fault();
            }
        }
        return null;
    }

    private static @Nullable Json json(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return JsonText.parse(new Source("request", text)) instanceof JsonReading.Parsed parsed
                    ? parsed.document().value()
                    : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private boolean knows(String model) {
        return options.models().isEmpty() || options.models().contains(model);
    }

    private static ApiError noModel(String model) {
        return new ApiError(
                404,
                "The model `" + model + "` does not exist or you do not have access to it.",
                null,
                "model_not_found");
    }

    private SimAnswer models() {
        List<Json> all = new ArrayList<>();
        for (String name : options.models().isEmpty() ? List.of(Simulator.MODEL) : options.models()) {
            all.add(modelJson(name));
        }
        return SimAnswer.of(
                200,
                Json.object().put("object", "list").put("data", Json.array(all)).done());
    }

    private SimAnswer model(String name) {
        return knows(name) ? SimAnswer.of(200, modelJson(name)) : SimAnswer.of(noModel(name));
    }

    private static Json modelJson(String name) {
        return Json.object()
                .put("id", name)
                .put("object", "model")
                .put("created", Completions.CREATED)
                .put("owned_by", "cuecard-sim")
                .done();
    }
}
