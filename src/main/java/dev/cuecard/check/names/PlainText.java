package dev.cuecard.check.names;

import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TextPart;

/** The text of a string without tags, on one line: a path, a test's name, a model's name. */
public final class PlainText {

    private PlainText() {}

    /** The literal text; what tags stand in it, where none may, adds nothing. */
    public static String of(Expression.Text text) {
        StringBuilder all = new StringBuilder();
        for (TextPart part : text.parts()) {
            if (part instanceof TextPart.Literal literal) {
                all.append(literal.text());
            }
        }
        return all.toString();
    }
}
