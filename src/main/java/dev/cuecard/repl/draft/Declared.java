package dev.cuecard.repl.draft;

import dev.cuecard.check.names.PlainText;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration is to the draft that it stands in.
 *
 * @param what how a person calls it: {@code `review`}, {@code the output}
 * @param key what it declares: a later declaration of the same key replaces it; null where it only adds
 * @param rank its place among the others in a file that is written in order
 * @param doc what documents it, or null
 */
record Declared(
        String what,
        @Nullable String key,
        int rank,
        @Nullable Doc doc) {

    /** The names of a file are one space, whatever they name. */
    private static final String NAME = "name ";

    static Declared of(Declaration declaration) {
        return declaration.accept(new Kinds());
    }

    /** Whether it is one of the statements that make messages: their order counts. */
    boolean isStatement() {
        return rank == Kinds.SAYS;
    }

    private static final class Kinds implements Declaration.Visitor<Declared> {

        private static final int PROMPT = 0;
        private static final int IMPORT = 1;
        private static final int MODEL = 2;
        private static final int ROLE = 3;
        private static final int TYPE = 4;
        private static final int VAR = 5;
        private static final int LET = 6;
        private static final int TEMPLATE = 7;
        private static final int TOOL = 8;
        private static final int USE_TOOLS = 9;
        private static final int SAYS = 10;
        private static final int OUTPUT = 11;
        private static final int ENSURE = 12;
        private static final int TEST = 13;

        private static Declared named(Name name, int rank, @Nullable Doc doc) {
            return new Declared("`" + name.text() + "`", NAME + name.text(), rank, doc);
        }

        private static Declared only(String what, int rank, @Nullable Doc doc) {
            return new Declared("the " + what, what, rank, doc);
        }

        @Override
        public Declared prompt(Declaration.Prompt declaration) {
            return only("name", PROMPT, declaration.doc());
        }

        @Override
        public Declared importing(Declaration.Import declaration) {
            Name alias = declaration.alias();
            if (alias != null) {
                return named(alias, IMPORT, null);
            }
            String names = declaration.names().stream()
                    .map(taken -> "`" + taken.here().text() + "`")
                    .collect(Collectors.joining(", "));
            return new Declared(names, "import " + PlainText.of(declaration.path()), IMPORT, null);
        }

        @Override
        public Declared model(Declaration.Model declaration) {
            return declaration.name() == null
                    ? only("model", MODEL, declaration.doc())
                    : named(declaration.name(), MODEL, declaration.doc());
        }

        @Override
        public Declared useModel(Declaration.UseModel declaration) {
            return only("model", MODEL, null);
        }

        @Override
        public Declared role(Declaration.Role declaration) {
            return named(declaration.name(), ROLE, declaration.doc());
        }

        @Override
        public Declared type(Declaration.Type declaration) {
            return named(declaration.name(), TYPE, declaration.doc());
        }

        @Override
        public Declared var(Declaration.Var declaration) {
            return named(declaration.name(), VAR, declaration.doc());
        }

        @Override
        public Declared let(Declaration.Let declaration) {
            return named(declaration.name(), LET, declaration.doc());
        }

        @Override
        public Declared template(Declaration.Template declaration) {
            return named(declaration.name(), TEMPLATE, declaration.doc());
        }

        @Override
        public Declared tool(Declaration.Tool declaration) {
            return named(declaration.name(), TOOL, declaration.doc());
        }

        @Override
        public Declared useTools(Declaration.UseTools declaration) {
            return only("list of tools", USE_TOOLS, null);
        }

        @Override
        public Declared output(Declaration.Output declaration) {
            return only("output", OUTPUT, declaration.doc());
        }

        @Override
        public Declared ensure(Declaration.Ensure declaration) {
            Expression.Text message = declaration.message();
            String key = message == null
                    ? declaration.condition().span().text()
                    : message.span().text();
            return new Declared("the `ensure`", "ensure " + key, ENSURE, null);
        }

        @Override
        public Declared test(Declaration.Test declaration) {
            String name = PlainText.of(declaration.name());
            return new Declared("the test `" + name + "`", "test " + name, TEST, declaration.doc());
        }

        @Override
        public Declared says(Declaration.Says declaration) {
            return new Declared("a message", null, SAYS, null);
        }

        @Override
        public Declared broken(Declaration.Broken declaration) {
            return new Declared("something", null, SAYS, null);
        }
    }
}
