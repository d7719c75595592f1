package dev.cuecard.check.types;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.TypeNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The mistakes of types. */
public final class TypeErrors {

    private TypeErrors() {}

    static Diagnostic unknown(TypeNode.Named type, Collection<String> known, Unit unit) {
        Name name = type.name().name();
        String help = Spelling.help(type);
        Diagnostic.Builder unknown =
                error(Code.P211, "unknown type " + Quoted.of(name.text()), name.span(), "not a type");
        if (help != null) {
            return unknown.help(help).done();
        }
        NameErrors.declaredHere(unknown, name.text(), known, unit);
        return unknown.help(NameErrors.near(name.text(), known)).done();
    }

    static Diagnostic takesNone(TypeNode.Named type, Span restriction) {
        return error(
                        Code.P213,
                        Quoted.of(type.name().text()) + " takes no restriction",
                        restriction,
                        "restricts nothing")
                .note("`string`, `number`, `integer` and lists take one: `string(1..80)`, `integer(1..5)`,"
                        + " `string[](..3)`")
                .done();
    }

    static Diagnostic restriction(Span at, String message, String label, @Nullable String fact) {
        Diagnostic.Builder wrong = error(Code.P213, message, at, label);
        if (fact != null) {
            wrong.note(fact);
        }
        return wrong.done();
    }

    /** A recursive type without an end. */
    public static Diagnostic neverEnds(Type.Declared declared, Span at) {
        return error(
                        Code.P214,
                        "no value of type " + Quoted.of(declared.name()) + " can end",
                        at,
                        "needs another of itself")
                .note("a recursive type ends by an optional field, a `?`, a list that may be empty, or another branch")
                .done();
    }

    static Diagnostic sameTwice(Span again, @Nullable Span first, String written) {
        Diagnostic.Builder twice =
                error(Code.P215, Quoted.of(written) + " is listed twice", again, "listed again here");
        if (first != null) {
            twice.and(first, "first listed here");
        }
        return twice.help("remove one").done();
    }

    /** A picture where none can be. */
    public static Diagnostic picture(Span at, String where) {
        return error(Code.P216, "no picture can be part of " + where, at, "a picture")
                .note("`image` is a type of inputs alone")
                .done();
    }

    static Diagnostic fieldTwice(Name again, Span first) {
        return NameErrors.twice(again, first);
    }
}
