package dev.cuecard.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Usage;
import dev.cuecard.chat.budget.Pricing;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorstCaseTest {

    private static final Json.Obj FACTS = Json.object()
            .put("context_window", 1000)
            .put("max_output_tokens", 50)
            .put("input_usd", Json.of(new BigDecimal("2")))
            .put("output_usd", Json.of(new BigDecimal("10")))
            .done();

    private static WorstCase prices(Json.Obj facts) {
        return new WorstCase(ModelTable.builtIn().plus(Map.of("m", facts)));
    }

    private static ChatRequest request(Map<String, Json> parameters, ChatMessage... messages) {
        return new ChatRequest("m", parameters, List.of(messages), List.of(), null);
    }

    private static final ChatMessage HI = ChatMessage.of(ChatRole.USER, "Hi.");

    @Test
    void aRequestHasNoMoreTokensThanBytesAndAReplyNoMoreThanItsBound() {
        ChatRequest request = request(Map.of("max_completion_tokens", Json.of(7)), HI);
        Pricing.Bound.Known bound = (Pricing.Bound.Known) prices(FACTS).worst(request);
        int bytes = request.toJson().toString().length();
        assertThat(bound.inputTokens()).isBetween(30L, (long) bytes);
        assertThat(bound.outputTokens()).isEqualTo(7);
        // Two dollars a million of the request, ten of the reply.
        assertThat(bound.usd()).isEqualByComparingTo(BigDecimal.valueOf(bound.inputTokens() * 2 + 7 * 10, 6));
        assertThat(RequestTokens.of(request, null).total()).isLessThan(bound.inputTokens());
    }

    @Test
    void withoutABoundItIsThatOfTheModel() {
        Pricing.Bound.Known bound = (Pricing.Bound.Known) prices(FACTS).worst(request(Map.of(), HI));
        assertThat(bound.outputTokens()).isEqualTo(50);
    }

    @Test
    void picturesCountAsMuchAsTheModelReads() {
        Json picture = Json.object()
                .put("type", "image_url")
                .put(
                        "image_url",
                        Json.object().put("url", "https://a.example/b.png").done())
                .done();
        ChatMessage message = new ChatMessage(ChatRole.USER, null, Json.array(List.of(picture)), List.of(), null);
        Pricing.Bound.Known bound = (Pricing.Bound.Known) prices(FACTS).worst(request(Map.of(), message));
        assertThat(bound.inputTokens()).isEqualTo(1000);
        assertUnknown(without("context_window"), request(Map.of(), message), "P753");
    }

    @Test
    void whatIsNotKnownIsNoBound() {
        assertUnknown(without("max_output_tokens"), request(Map.of(), HI), "P753");
        assertUnknown(without("input_usd"), request(Map.of(), HI), "P752");
        assertUnknown(without("output_usd"), request(Map.of(), HI), "P752");
        assertUnknown(FACTS, request(Map.of("service_tier", Json.of("priority")), HI), "P752");
        ChatRequest other = new ChatRequest("never-heard-of", Map.of(), List.of(HI), List.of(), null);
        assertUnknown(FACTS, other, "P752");
    }

    @Test
    void cachedTokensCostAsMuchAsOthersWhereNobodySaysLess() {
        assertThat(prices(FACTS).cost(request(Map.of(), HI), new Usage(100, 60, 10)))
                .isEqualByComparingTo("0.0003");
        Json.Obj cheaper = ModelTable.over(
                FACTS,
                Json.object().put("cached_input_usd", Json.of(BigDecimal.ONE)).done());
        assertThat(prices(cheaper).cost(request(Map.of(), HI), new Usage(100, 60, 10)))
                .isEqualByComparingTo("0.00024");
    }

    private static Json.Obj without(String member) {
        Json.ObjBuilder rest = Json.object();
        FACTS.members().forEach((name, value) -> {
            if (!name.equals(member)) {
                rest.put(name, value);
            }
        });
        return rest.done();
    }

    private static void assertUnknown(Json.Obj facts, ChatRequest request, String code) {
        assertThat(prices(facts).worst(request)).isInstanceOf(Pricing.Bound.Unknown.class);
        assertThat(((Pricing.Bound.Unknown) prices(facts).worst(request))
                        .why()
                        .code()
                        .name())
                .isEqualTo(code);
    }
}
