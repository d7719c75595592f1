package dev.cuecard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonPointerTest {

    @Test
    void theExamplesOfTheStandard() {
        assertThat(JsonPointer.tokens("")).isEmpty();
        assertThat(JsonPointer.tokens("/foo/0")).containsExactly("foo", "0");
        assertThat(JsonPointer.tokens("/")).containsExactly("");
        assertThat(JsonPointer.tokens("/a~1b")).containsExactly("a/b");
        assertThat(JsonPointer.tokens("/m~0n")).containsExactly("m~n");
        assertThat(JsonPointer.tokens("/~01")).containsExactly("~1");
        assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.tokens("foo"));
    }

    @Test
    void theHolderIsOneTokenShorter() {
        assertThat(JsonPointer.parent("/a/b~1c")).isEqualTo("/a");
        assertThat(JsonPointer.parent("/a")).isEmpty();
        assertThat(JsonPointer.parent("")).isEmpty();
    }

    @Property
    void whatIsAppendedIsFound(@ForAll List<String> names) {
        String pointer = JsonPointer.ROOT;
        for (String name : names) {
            pointer = JsonPointer.append(pointer, name);
        }
        assertThat(JsonPointer.tokens(pointer)).isEqualTo(names);
        assertThat(JsonPointer.append("/a", 3)).isEqualTo("/a/3");
    }
}
