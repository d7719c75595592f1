package dev.cuecard;

import dev.cuecard.data.Json;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for the code of a tool: gives answers in their order, the last for all further calls of a run. */
final class StubHandler implements ToolHandler {

    private final List<Json> answers;
    private final AtomicInteger next = new AtomicInteger();

    StubHandler(List<Json> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a stub without an answer");
        }
        this.answers = List.copyOf(answers);
    }

    /** The same for another run, at its first answer. */
    StubHandler fresh() {
        return new StubHandler(answers);
    }

    @Override
    public Json call(Json.Obj arguments) {
        return answers.get(Math.min(next.getAndIncrement(), answers.size() - 1));
    }
}
