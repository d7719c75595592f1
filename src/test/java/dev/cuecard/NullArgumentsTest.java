package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Null where there is none to be: told at once, by the name of what is null, and not by a run long after. */
class NullArgumentsTest {

    /** No key is a key, too. */
    private static final Set<String> MAY_BE_NULL = Set.of("apiKey");

    @Test
    void theBuilderTakesNone() throws ReflectiveOperationException {
        List<String> taken = new ArrayList<>();
        for (Method method : PromptEngineBuilder.class.getMethods()) {
            boolean setter = method.getReturnType() == PromptEngineBuilder.class
                    && Arrays.stream(method.getParameterTypes()).noneMatch(Class::isPrimitive)
                    && method.getParameterCount() > 0;
            if (setter && !MAY_BE_NULL.contains(method.getName()) && takesNull(method)) {
                taken.add(method.toString());
            }
        }
        assertThat(taken).isEmpty();
    }

    private static boolean takesNull(Method method) throws ReflectiveOperationException {
        try {
            method.invoke(PromptEngine.builder(), new Object[method.getParameterCount()]);
            return true;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as(method.toString()).isInstanceOf(NullPointerException.class);
            return false;
        }
    }

    @Test
    void inputsHaveNames() {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Prompt prompt = engine.load("hello", "prompt hello\nuser \"Hello!\"\noutput text\n");
            assertThatNullPointerException()
                    .isThrownBy(() -> prompt.render((Map<String, ?>) null))
                    .withMessage("inputs");
            assertThatNullPointerException()
                    .isThrownBy(() -> prompt.render(Collections.singletonMap(null, "x")))
                    .withMessage("the name of an input");
        }
    }
}
