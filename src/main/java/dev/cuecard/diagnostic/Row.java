package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** One line under an excerpt while it is put together: carets, bars and, as the last thing on it, a label. */
final class Row {

    private final StringBuilder text = new StringBuilder();
    private final List<Paint> paints = new ArrayList<>();

    /** Writes over what stands from a column on, from 0. */
    void put(int column, String what, Paint paint) {
        while (text.length() < column + what.length()) {
            text.append(' ');
            paints.add(Paint.PLAIN);
        }
        text.replace(column, column + what.length(), what);
        for (int i = 0; i < what.length(); i++) {
            paints.set(column + i, paint);
        }
    }

    /** The finished line. */
    String done(boolean coloured) {
        if (!coloured) {
            return text.toString();
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || paints.get(i) != paints.get(start)) {
                out.append(paints.get(start).on(text.substring(start, i)));
                start = i;
            }
        }
        return out.toString();
    }
}
