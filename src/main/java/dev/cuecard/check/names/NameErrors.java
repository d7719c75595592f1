package dev.cuecard.check.names;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes of names. */
public final class NameErrors {

    private NameErrors() {}

    /** The help that names the nearest of those known, or null. */
    public static @Nullable String near(String word, Collection<String> known) {
        String nearest = Nearest.of(word, known);
        return nearest == null ? null : "did you mean " + Quoted.of(nearest) + "?";
    }

    /** A name declared again in the same file. */
    public static Diagnostic twice(Name name, Span first) {
        return error(Code.P202, Quoted.of(name.text()) + " is declared twice", name.span(), "declared again here")
                .and(first, "first declared here")
                .help("remove one, or rename the second")
                .done();
    }

    /** Something of which there is one, written again. */
    public static Diagnostic secondOf(String word, Span again, Span first) {
        return error(Code.P202, Quoted.of(word) + " is declared twice", again, "declared again here")
                .and(first, "first declared here")
                .help("remove one")
                .done();
    }

    /** A name that the language gives to something else. */
    static Diagnostic given(Entry entry) {
        Name name = entry.name();
        return error(
                        Code.P203,
                        Quoted.of(name.text()) + " cannot be declared again",
                        name.span(),
                        entry.what() + " of the language")
                .help("choose another name")
                .done();
    }

    /** A line whose first word is nearly one that begins a declaration. */
    static Diagnostic misspelt(Path word, String nearest) {
        return error(
                        Code.P009,
                        Quoted.of(word.text()) + " begins no declaration or statement",
                        word.span(),
                        "not a word that a line begins with")
                .help("did you mean " + Quoted.of(nearest) + "?")
                .done();
    }

    /** A name that stands for something else than is wanted. */
    public static Diagnostic wrongKind(Span at, String name, Entry entry, String wanted) {
        return error(
                        Code.P210,
                        Quoted.of(name) + " is " + entry.what() + ", not " + wanted,
                        at,
                        "used as " + wanted + " here")
                .and(entry.name().span(), "declared here")
                .done();
    }

    /** A name that the other file does not declare. */
    public static Diagnostic notThere(Span at, String name, Unit file) {
        Diagnostic.Builder unknown = error(
                Code.P107,
                Quoted.of(name) + " is not declared in "
                        + Quoted.of(file.source().name()),
                at,
                "not declared there");
        Entry taken = file.find(name);
        List<String> shared = file.sharedNames();
        if (taken instanceof Entry.OfInput) {
            return unknown.and(taken.name().span(), "an input of that prompt")
                    .note("a file shares its types, lets, roles, templates, tools and models, not its inputs")
                    .done();
        } else if (taken != null && taken.home() != file && !(taken instanceof Entry.Lost)) {
            return unknown.note("that file imports it from "
                            + Quoted.of(taken.home().source().name()) + "; what is imported is not passed on")
                    .done();
        } else if (shared.isEmpty()) {
            return unknown.note("that file declares nothing to import").done();
        }
        String help = near(name, shared);
        if (help == null) {
            unknown.note("it declares " + Quoted.choices(name, shared));
        }
        return unknown.help(help).done();
    }

    /** A name before a dot that no import gives. */
    public static Diagnostic noFile(Path path, Name file, Unit unit) {
        return error(
                        Code.P208,
                        "unknown file " + Quoted.of(file.text()) + " in " + Quoted.of(path.text()),
                        file.span(),
                        "no file is imported as this")
                .help(near(file.text(), unit.namesOf(Entry.OfFile.class)))
                .done();
    }

    /** A name that nothing declares, where a {@code word} is wanted. */
    public static Diagnostic unknown(Code code, String word, Name name, Collection<String> known) {
        return unknown(code, word, name, known, null);
    }

    /** As above; where the nearest name is one of that file, its place is shown. */
    public static Diagnostic unknown(Code code, String word, Name name, Collection<String> known, @Nullable Unit unit) {
        return unknown(code, word, name, known, unit, near(name.text(), known));
    }

    /** As above, with another help. */
    public static Diagnostic unknown(
            Code code, String word, Name name, Collection<String> known, @Nullable Unit unit, @Nullable String help) {
        Diagnostic.Builder unknown =
                error(code, "unknown " + word + " " + Quoted.of(name.text()), name.span(), "not " + article(word));
        if (unit != null) {
            declaredHere(unknown, name.text(), known, unit);
        }
        if (help == null && !known.isEmpty()) {
            unknown.note("known: " + Quoted.choices(name.text(), known));
        }
        return unknown.help(help).done();
    }

    /** Shows where the nearest name is declared, if this file declares it. */
    public static void declaredHere(Diagnostic.Builder unknown, String name, Collection<String> known, Unit unit) {
        String nearest = Nearest.of(name, known);
        Span place = nearest == null ? null : unit.place(nearest);
        if (nearest != null && place != null) {
            unknown.and(place, Quoted.of(nearest) + " is declared here");
        }
    }

    /** A name of a speaker that the API refuses. */
    static Diagnostic speakerName(Span at, String name) {
        return error(Code.P306, "the API does not take the name " + Quoted.of(name), at, "not a name for a speaker")
                .note("a name has 1 to 64 characters, and no blanks or any of `<`, `|`, `\\`, `/`, `>`")
                .done();
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
