package dev.cuecard.output.repair;

import java.util.Arrays;

/** The brackets that are open, and where. A place of -1 is a brace that the text does not have. */
final class Brackets {

    private int[] places = new int[16];
    private boolean[] lists = new boolean[16];
    private int depth;
    private int openLists;

    void push(int place, boolean list) {
        if (depth == places.length) {
            places = Arrays.copyOf(places, depth * 2);
            lists = Arrays.copyOf(lists, depth * 2);
        }
        places[depth] = place;
        lists[depth++] = list;
        openLists += list ? 1 : 0;
    }

    void pop() {
        openLists -= lists[--depth] ? 1 : 0;
    }

    int depth() {
        return depth;
    }

    boolean inList() {
        return lists[depth - 1];
    }

    /** The place of the innermost. */
    int place() {
        return places[depth - 1];
    }

    /** Whether one of a kind is open. */
    boolean holds(boolean list) {
        return list ? openLists > 0 : hasObject();
    }

    boolean hasObject() {
        return depth > openLists;
    }

    char closer() {
        return inList() ? ']' : '}';
    }
}
