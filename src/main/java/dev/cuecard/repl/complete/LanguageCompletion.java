package dev.cuecard.repl.complete;

import dev.cuecard.check.model.KnownSettings;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.Outcome;
import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.complete.shape.Shape;
import dev.cuecard.repl.complete.shape.TypeShape;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.highlight.Cursor;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes text of the language. */
final class LanguageCompletion {

    private final SessionView view;
    private final String text;
    private final Cursor cursor;
    private final Names names;
    private final Values values;

    LanguageCompletion(SessionView view, String text, int offset) {
        this.view = view;
        this.text = text.substring(0, offset);
        this.cursor = Cursor.at(text, offset);
        List<PromptFile> files = List.of(
                view.tree(), PromptParser.parse(new Source("", this.text)).file());
        this.names = new Names(files, view.known().imports());
        this.values = new Values(view, names, cursor.loops());
    }

    Completion complete() {
        return Completion.of(cursor.start(), cursor.prefix(), suggestions());
    }

    private List<Suggestion> suggestions() {
        return switch (cursor.wanted()) {
            case STATEMENT -> all(Vocabulary.declarations(), statements(), results(), operands());
            case BLOCK_STATEMENT -> statements();
            case TEST_LINE -> all(Vocabulary.testLines(), names.of(Names.Kind.INPUT));
            case EXPRESSION -> cursor.inTag() ? operands() : all(expected(), operands(), results());
            case CONDITION -> all(Vocabulary.ofTest(), operands());
            case OPERATOR -> Vocabulary.words("if", "else", "and", "or", "in", "not");
            case TAG -> all(operands(), Vocabulary.words("if", "for", "let", "else", "end"));
            case TYPE -> types();
            case INPUT_TYPE -> all(Vocabulary.words("untrusted"), types());
            case FILTER -> filters();
            case MEMBER -> members();
            case KEY -> fields(names.input(cursor.path().get(0)), ": ");
            case SETTING -> cursor.subject().equals("model") ? Vocabulary.settings(" = ") : metadata();
            case SETTING_VALUE -> literals(setting(), Function.identity());
            case SETTING_TEXT -> literals(setting(), LanguageCompletion::inside);
            case COMPARED -> literals(compared(), Function.identity());
            case COMPARED_TEXT -> literals(compared(), LanguageCompletion::inside);
            case VALUE_TEXT -> literals(followed(), LanguageCompletion::inside);
            case ROLE -> Vocabulary.roles();
            case OUTPUT_FORMAT -> Vocabulary.outputs();
            case MODEL_TEXT -> closed(Models.of(view.known().models()));
            case MODEL_NAME -> all(names.of(Names.Kind.MODEL), names.of(Names.Kind.IMPORTED));
            case TOOL_NAME -> all(names.of(Names.Kind.TOOL), names.of(Names.Kind.IMPORTED));
            case IMPORT_TEXT -> closed(FileNames.of(folder(), cursor.prefix(), true));
            case FILE_TEXT -> closed(FileNames.of(folder(), cursor.prefix(), false));
            case WORD -> Vocabulary.words(cursor.subject().split(" "));
            case NOTHING -> List.of();
        };
    }

    @SafeVarargs
    private static List<Suggestion> all(List<Suggestion>... lists) {
        List<Suggestion> all = new ArrayList<>();
        for (List<Suggestion> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private List<Suggestion> statements() {
        return all(Vocabulary.statements(), names.of(Names.Kind.ROLE));
    }

    private List<Suggestion> results() {
        return view.last() == null ? List.of() : Vocabulary.ofSession();
    }

    private List<Suggestion> types() {
        return all(names.of(Names.Kind.TYPE), names.of(Names.Kind.IMPORTED), Vocabulary.types());
    }

    private List<Suggestion> operands() {
        List<Suggestion> loops = cursor.loops().stream()
                .map(loop -> Suggestion.of(loop.variable(), "each of " + loop.list(), "variables"))
                .toList();
        return all(
                loops,
                names.of(Names.Kind.INPUT),
                names.of(Names.Kind.LET),
                names.of(Names.Kind.TEMPLATE),
                names.of(Names.Kind.IMPORTED),
                HostWords.functions(view.known().host()),
                Vocabulary.functions(),
                Vocabulary.words("true", "false", "null", "not"));
    }

    private List<Suggestion> filters() {
        String before = text.substring(0, cursor.start()).stripTrailing();
        Type type = before.endsWith("|") ? values.typeBefore(before.substring(0, before.length() - 1)) : null;
        return all(Vocabulary.filters(type), HostWords.filters(view.known().host(), type));
    }

    private List<Suggestion> members() {
        if (cursor.subject().equals("loop")) {
            return Stream.of("index", "first", "last", "length")
                    .map(name -> Suggestion.of(name, "", "fields"))
                    .toList();
        }
        Names imported = names.imported(cursor.subject());
        return imported == null ? fields(values.of(cursor.subject()), "") : members(imported);
    }

    /** What an imported file has that can stand where the word stands that it goes by. */
    private List<Suggestion> members(Names imported) {
        int word = text.lastIndexOf(cursor.subject(), cursor.start() - 1);
        return switch (Cursor.at(text, word).wanted()) {
            case TYPE, INPUT_TYPE -> imported.of(Names.Kind.TYPE);
            case MODEL_NAME -> imported.of(Names.Kind.MODEL);
            case TOOL_NAME -> imported.of(Names.Kind.TOOL);
            default -> all(imported.of(Names.Kind.LET), imported.of(Names.Kind.TEMPLATE));
        };
    }

    private List<Suggestion> fields(@Nullable Shape root, String after) {
        Shape shape = root == null ? Shape.UNKNOWN : root;
        Shape object = after.isEmpty() || cursor.path().isEmpty()
                ? shape
                : shape.follow(cursor.path().subList(1, cursor.path().size()));
        List<Suggestion> fields = new ArrayList<>();
        for (Shape.Field field : object.fields()) {
            String about = field.shape().shown() + (field.optional() ? " (may be missing)" : "");
            String doc = field.doc().isEmpty()
                    ? ""
                    : " · " + field.doc().lines().findFirst().orElse("");
            fields.add(new Suggestion(field.name() + after, field.name(), about + doc, "fields", !after.isEmpty()));
        }
        return fields;
    }

    private List<Suggestion> metadata() {
        return List.of(
                new Suggestion("version = ", "version", "what the result says of the prompt", "metadata", true),
                new Suggestion("owner = ", "owner", "whom to ask", "metadata", true));
    }

    private Shape setting() {
        Type type = cursor.path().isEmpty()
                ? null
                : KnownSettings.TYPES.get(cursor.path().get(cursor.path().size() - 1));
        return type == null ? Shape.UNKNOWN : new TypeShape(type);
    }

    private Shape compared() {
        return values.of(cursor.subject());
    }

    /** The shape of the value that is being written. */
    private Shape followed() {
        List<String> path = cursor.path();
        Shape input = path.isEmpty() ? null : names.input(path.get(0));
        return input == null ? Shape.UNKNOWN : input.follow(path.subList(1, path.size()));
    }

    /** The literals that the value that is being written can be. */
    private List<Suggestion> expected() {
        return literals(followed(), Function.identity());
    }

    private List<Suggestion> literals(Shape shape, Function<String, String> written) {
        boolean outcome = cursor.subject().equals("outcome") && shape.literals().isEmpty();
        List<String> literals = outcome
                ? Arrays.stream(Outcome.values())
                        .map(one -> "\"" + one.word() + "\"")
                        .toList()
                : shape.literals();
        return literals.stream()
                .map(literal -> Suggestion.of(written.apply(literal), "", "values"))
                .toList();
    }

    /** A literal as it goes on behind its opening quote. */
    private static String inside(String literal) {
        return literal.startsWith("\"") ? literal.substring(1) : literal;
    }

    /** Texts with the quote behind them. */
    private static List<Suggestion> closed(List<Suggestion> texts) {
        return texts.stream()
                .map(one -> one.more()
                        ? one
                        : new Suggestion(one.value() + "\"", one.display(), one.description(), one.group(), false))
                .toList();
    }

    /** Where paths in the prompt begin: beside its file. */
    private Path folder() {
        Path file = view.file();
        Path parent = file == null ? null : file.getParent();
        return parent == null ? view.folder() : view.folder().resolve(parent);
    }
}
