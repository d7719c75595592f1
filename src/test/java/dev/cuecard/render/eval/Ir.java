package dev.cuecard.render.eval;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Expression.BinaryOperator;
import dev.cuecard.syntax.Expression.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short words for checked expressions and values. */
public final class Ir {

    public static final Source SOURCE = new Source("test.prompt", "a text to point into\n");
    public static final Span AT = SOURCE.span(0, 1);
    public static final Type ANY = new Type.Any(null);

    private Ir() {}

    /** A Java value as JSON: strings, numbers (a string of digits in {@link #num}), booleans, lists, maps, null. */
    public static Json json(Object value) {
        if (value == null) {
            return Json.nil();
        } else if (value instanceof Json known) {
            return known;
        } else if (value instanceof String text) {
            return Json.of(text);
        } else if (value instanceof Integer number) {
            return Json.of(number);
        } else if (value instanceof BigDecimal number) {
            return Json.of(number);
        } else if (value instanceof Boolean truth) {
            return Json.of(truth);
        } else if (value instanceof List<?> items) {
            return Json.array(items.stream().map(Ir::json).toList());
        } else if (value instanceof Map<?, ?> members) {
            Map<String, Json> copy = new LinkedHashMap<>();
            members.forEach((name, member) -> copy.put((String) name, json(member)));
            return new Json.Obj(copy);
        }
        throw new IllegalArgumentException(value.getClass().getName());
    }

    public static Json num(String digits) {
        return Json.of(new BigDecimal(digits));
    }

    /** Names and values in turn. */
    public static Json.Obj obj(Object... namesAndValues) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], json(namesAndValues[i + 1]));
        }
        return new Json.Obj(members);
    }

    public static Expr expr(Object value) {
        return value instanceof Expr known ? known : new Expr.Const(AT, json(value));
    }

    public static Expr input(String name) {
        return new Expr.Input(AT, new CheckedInput(name, AT, null, ANY, true, false, null));
    }

    public static Expr input(String name, Expr otherwise) {
        return new Expr.Input(AT, new CheckedInput(name, AT, null, ANY, false, false, otherwise));
    }

    public static Expr local(int slot) {
        return new Expr.Local(AT, "slot" + slot, slot);
    }

    public static Expr field(Object target, String name) {
        return new Expr.Field(AT, expr(target), name);
    }

    public static Expr index(Object target, Object key) {
        return new Expr.Index(AT, expr(target), expr(key));
    }

    public static Expr slice(Object target, Object from, Object to) {
        return new Expr.Slice(AT, expr(target), from == null ? null : expr(from), to == null ? null : expr(to));
    }

    public static Expr binary(Object left, BinaryOperator operator, Object right) {
        return new Expr.Binary(AT, expr(left), operator, AT, expr(right));
    }

    public static Expr not(Object operand) {
        return new Expr.Unary(AT, UnaryOperator.NOT, expr(operand));
    }

    public static Expr minus(Object operand) {
        return new Expr.Unary(AT, UnaryOperator.MINUS, expr(operand));
    }

    /** A null stands for an argument that was left out. */
    public static Expr call(Builtin builtin, Object... args) {
        List<Expr> given = new ArrayList<>();
        Arrays.stream(args).forEach(arg -> given.add(arg == null ? null : expr(arg)));
        return new Expr.Call(AT, builtin, given);
    }

    public static Expr list(Object... items) {
        return new Expr.ListOf(
                AT,
                Arrays.stream(items)
                        .map(item -> new Expr.ListOf.Item(expr(item), false))
                        .toList());
    }

    /** A text block. */
    public static Expr.Text block(Object... pieces) {
        return new Expr.Text(AT, pieces(pieces), true);
    }

    /** A one-line string with tags. */
    public static Expr.Text string(Object... pieces) {
        return new Expr.Text(AT, pieces(pieces), false);
    }

    /** Strings are text, expressions are printed, pieces are what they are. */
    public static List<Piece> pieces(Object... pieces) {
        return Arrays.stream(pieces)
                .map(piece -> piece instanceof Piece known
                        ? known
                        : piece instanceof Expr value ? print(value, "") : new Piece.Literal((String) piece))
                .toList();
    }

    public static Piece print(Object value, String indent) {
        return new Piece.Print(AT, expr(value), indent);
    }

    public static Piece when(Object condition, List<Piece> body, List<Piece> otherwise) {
        return new Piece.If(AT, List.of(new Piece.If.Branch(expr(condition), body)), otherwise);
    }

    /** Item in slot 0, number in slot 1, {@code loop} in slot 2. */
    public static Piece each(Object list, List<Piece> body, List<Piece> empty) {
        return new Piece.For(AT, 0, 1, 2, expr(list), body, empty);
    }

    public static Evaluated eval(Object expr, Object... inputs) {
        return new Evaluator(obj(inputs).members(), Map.of(), Limits.DEFAULT).value(expr(expr));
    }
}
