package dev.cuecard.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    @Test
    void placesComeAsTheValueHasThem() {
        String text =
                "{\"b\": [0, {\"y\": 1, \"x\": 2}, 3, 4, 5, 6, 7, 8, 9, 10, 11], \"a/c\": {\"1\": 0, \"0\": 0}, \"\": 1}";
        Json value = ((JsonReading.Parsed) JsonText.parse(new Source("value", text)))
                .document()
                .value();
        List<String> expected = List.of("", "/b", "/b/1/y", "/b/1/x", "/b/2", "/b/10", "/a~1c/1", "/a~1c/0", "/");
        List<String> mixed = expected.stream().sorted(Comparator.reverseOrder()).toList();
        Map<String, Integer> order = PlaceOrder.of(mixed, value);
        assertThat(mixed.stream().sorted(Comparator.comparing(order::get)).toList())
                .isEqualTo(expected);
        assertThat(PlaceOrder.of(List.of("/b/99", "/b/x", "/nothing/there"), value))
                .isEmpty();
    }
}
