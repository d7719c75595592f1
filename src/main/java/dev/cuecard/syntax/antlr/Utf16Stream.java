package dev.cuecard.syntax.antlr;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** A string as ANTLR reads it, by UTF-16 units: ANTLR's own streams count code points, and spans do not. */
public final class Utf16Stream implements CharStream {

    private final String name;
    private final String text;
    private int at;

    /** Stands at the first unit of a text. */
    public Utf16Stream(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String text() {
        return text;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public void consume() {
        at++;
    }

    @Override
    public int LA(int i) {
        int index = i > 0 ? at + i - 1 : at + i;
        return index >= 0 && index < text.length() ? text.charAt(index) : EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }
}
