package dev.cuecard.render.eval;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.value.Lines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values into one text. They are inserted once and never looked at again. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
final class TextWriter implements Piece.Visitor<@Nullable Void> {

    private final StringBuilder out = new StringBuilder();
    private final Interpreter values;
    /** Where the last value or tag stands, to blame for a text that grows too long. */
    private Span at;

    /** Whether the last character is a newline of the text itself, not of a value. */
    private boolean ownNewline;

    private TextWriter(Expr.Text text, Interpreter values) {
        this.at = text.span();
        this.values = values;
    }

    static String write(Expr.Text text, Interpreter values) {
        TextWriter writer = new TextWriter(text, values);
        writer.all(text.pieces());
        if (text.block() && writer.ownNewline) {
            writer.out.setLength(writer.out.length() - 1);
        }
        return writer.out.toString();
    }

    private void all(List<Piece> pieces) {
        for (Piece piece : pieces) {
            piece.accept(this);
        }
    }

    private void append(String more, boolean own) {
        if (!more.isEmpty()) {
            values.meter().grow(out.length(), more.length(), at);
            out.append(more);
            ownNewline = own && more.endsWith("\n");
        }
    }

    @Override
    public @Nullable Void literal(Piece.Literal piece) {
        append(piece.text(), true);
        return null;
    }

    @Override
    public @Nullable Void print(Piece.Print piece) {
        String value = values.text(piece.value());
        at = piece.value().span();
        append(piece.indent().isEmpty() ? value : Lines.hang(value, piece.indent()), false);
        return null;
    }

    @Override
    public @Nullable Void choice(Piece.If piece) {
        for (Piece.If.Branch branch : piece.branches()) {
            if (values.holds(branch.condition())) {
                all(branch.body());
                return null;
            }
        }
        all(piece.otherwise());
        return null;
    }

    @Override
    public @Nullable Void loop(Piece.For piece) {
        List<Json> items = values.list(piece.list());
        for (int i = 0; i < items.size(); i++) {
            values.step(piece.span());
            at = piece.list().span();
            values.enter(piece, i, items);
            all(piece.body());
        }
        if (items.isEmpty()) {
            all(piece.empty());
        }
        return null;
    }

    @Override
    public @Nullable Void let(Piece.Let piece) {
        values.frame().set(piece.slot(), values.value(piece.value()));
        return null;
    }
}
