package dev.cuecard.syntax;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How many nodes of a tree stand below each other at most, counted without recursion. */
final class TreeDepth {

    private record At(Object node, int depth) {}

    private TreeDepth() {}

    static int of(PromptFile file) {
        int deepest = 0;
        Deque<At> open = new ArrayDeque<>();
        open.push(new At(file, 0));
        while (!open.isEmpty()) {
            At at = open.pop();
            deepest = Math.max(deepest, at.depth);
            if (at.node instanceof List<?> list) {
                list.forEach(item -> open.push(new At(item, at.depth)));
            } else if (at.node instanceof Record node
                    && node.getClass().getPackage().equals(PromptFile.class.getPackage())) {
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    try {
                        component.getAccessor().setAccessible(true);
                        Object value = component.getAccessor().invoke(node);
                        if (value != null) {
                            open.push(new At(value, at.depth + 1));
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return deepest;
    }
}
