package dev.cuecard.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | {}",
                "{'a | {}",
                "{'a': 'x | {}",
                "{'a': 'x' | {'a':'x'}",
                "{'a': 12 | {}",
                "{'a': 12, | {'a':12}",
                "{'a': tru | {}",
                "{'a': true} | {'a':true}",
                "{'a': [1, 2 | {'a':[1]}",
                "{'a': [1, 2] | {'a':[1,2]}",
                "{'a': {'b': 1, 'c | {'a':{'b':1}}",
                "[{'a': 1}, {'a | [{'a':1},{}]",
                "Sure! ```json {'a': 1} ``` | {'a':1}",
                "{'a': 1} {'b': 2} | {'a':1}",
                "{'a': 'x\\'y', 'b | {'a':'x\\'y'}",
                "{'a': oops, 'b': 1} | {}",
                "{'a': 1, 'a': 2} | {'a':1}",
                "{'a': 1] | {'a':1}",
                "{'a' 1} | {}",
                "[1 2, 3] | [1]",
                "[1,, 3] | [1]",
                "{'a': 1 'b': 2} | {'a':1}",
                "{'a':: 1} | {}",
            })
    void whatIsComplete(String text, String expected) {
        PartialJson json = new PartialJson();
        json.add(text.replace('\'', '"'));
        assertThat(json.value()).hasToString(expected.replace('\'', '"'));
    }

    @Test
    void nothingBeforeTheFirstBracket() {
        PartialJson json = new PartialJson();
        json.add("Sure!");
        assertThat(json.value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"neutral\", \"n\": [1, 2.5, -3e2, true, null], \"in\": {\"a\": [{\"b\": []}, {}]}, \"t\": \"\\u00e9\\n\\\\\"}",
                "[[], [[1], [2, [3]]], \"a\", {\"x\": {\"y\": {\"z\": 0}}}]"
            })
    void growsIntoTheWhole(String text) {
        Json whole = ((JsonReading.Parsed) JsonText.parse(new Source("t", text)))
                .document()
                .value();
        Json before = null;
        PartialJson json = new PartialJson();
        for (int i = 0; i < text.length(); i++) {
            json.add(text.substring(i, i + 1));
            Json now = json.value();
            assertThat(isPartOf(now, whole)).as(text.substring(0, i + 1)).isTrue();
            assertThat(before == null || isPartOf(before, now)).isTrue();
            before = now;
        }
        assertThat(before).isEqualTo(whole);
        assertThat(json.openPointers()).isEmpty();
    }

    /** Whether a value is another one with some of its parts missing at the end. */
    private static boolean isPartOf(Json part, Json whole) {
        if (part instanceof Json.Obj some && whole instanceof Json.Obj all) {
            return some.members().entrySet().stream()
                    .allMatch(member ->
                            all.get(member.getKey()) != null && isPartOf(member.getValue(), all.get(member.getKey())));
        } else if (part instanceof Json.Arr some && whole instanceof Json.Arr all) {
            for (int i = 0; i < some.items().size(); i++) {
                if (i >= all.items().size()
                        || !isPartOf(some.items().get(i), all.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return part.equals(whole);
    }
}
