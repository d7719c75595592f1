package dev.cuecard.check.names;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Speaker;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import org.jspecify.annotations.Nullable;

/**
 * What a declared name stands for. Its meaning is found when it is first asked for, so that names may be used before
 * their declaration; what is half known then is a cycle. Belongs to one check, and to its thread. Equal only to itself.
 */
public abstract sealed class Entry {

    private final Unit home;
    private final Name name;

    private Entry(Unit home, Name name) {
        this.home = home;
        this.name = name;
    }

    /** The file that declares it. */
    public final Unit home() {
        return home;
    }

    /** Its name, where it is declared. */
    public final Name name() {
        return name;
    }

    /** What it is, in a word of the language. */
    public abstract String word();

    /** What it is, with its article. */
    public final String what() {
        return (word().startsWith("i") ? "an " : "a ") + word();
    }

    /** Whether other files may take it. */
    public boolean isShared() {
        return true;
    }

    /** How far its meaning is known. */
    public enum Progress {
        /** Nobody has asked yet. */
        NEW,
        /** It is being found out: who asks now asks in a circle. */
        BUSY,
        /** It is known. */
        DONE
    }

    /** A type. */
    public static final class OfType extends Entry {
        public final Declaration.Type tree;
        public final Type.Declared declared;
        public Progress progress = Progress.NEW;

        /** A type whose meaning is not known yet. */
        public OfType(Unit home, Declaration.Type tree) {
            super(home, tree.name());
            this.tree = tree;
            String doc = tree.doc() == null ? null : tree.doc().text();
            this.declared =
                    new Type.Declared(tree.name().text(), doc, tree.name().span());
        }

        @Override
        public String word() {
            return "type";
        }
    }

    /** An input. */
    public static final class OfInput extends Entry {
        public final Declaration.Var tree;
        public @Nullable CheckedInput input;
        public Progress progress = Progress.NEW;

        /** An input whose type is not known yet. */
        public OfInput(Unit home, Declaration.Var tree) {
            super(home, tree.name());
            this.tree = tree;
        }

        @Override
        public String word() {
            return "input";
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /** A computed value. */
    public static final class OfLet extends Entry {
        public final Declaration.Let tree;
        public final CheckedLet let;
        public boolean missing;
        public int slots;
        public Progress progress = Progress.NEW;

        /** A value that is not known yet. */
        public OfLet(Unit home, Declaration.Let tree) {
            super(home, tree.name());
            this.tree = tree;
            this.let = new CheckedLet(tree.name().text(), tree.name().span());
        }

        @Override
        public String word() {
            return "let";
        }
    }

    /** A template. */
    public static final class OfTemplate extends Entry {
        public final Declaration.Template tree;
        public @Nullable CheckedTemplate template;
        public Progress progress = Progress.NEW;

        /** A template that is not known yet. */
        public OfTemplate(Unit home, Declaration.Template tree) {
            super(home, tree.name());
            this.tree = tree;
        }

        @Override
        public String word() {
            return "template";
        }
    }

    /** A function that the model may call. */
    public static final class OfTool extends Entry {
        public final Declaration.Tool tree;
        public @Nullable CheckedTool tool;

        /** A tool that is not known yet. */
        public OfTool(Unit home, Declaration.Tool tree) {
            super(home, tree.name());
            this.tree = tree;
        }

        @Override
        public String word() {
            return "tool";
        }
    }

    /** A speaker. */
    public static final class OfRole extends Entry {
        public final Declaration.Role tree;
        public @Nullable Speaker speaker;

        /** A speaker that is not known yet. */
        public OfRole(Unit home, Declaration.Role tree) {
            super(home, tree.name());
            this.tree = tree;
        }

        @Override
        public String word() {
            return "role";
        }
    }

    /** A model to use by name. */
    public static final class OfModel extends Entry {
        public final Declaration.Model tree;

        /** A model of that name. */
        public OfModel(Unit home, Declaration.Model tree, Name name) {
            super(home, name);
            this.tree = tree;
        }

        @Override
        public String word() {
            return "model";
        }
    }

    /** Another file; {@code unit} is null when it could not be read, which is told already. */
    public static final class OfFile extends Entry {
        public final @Nullable Unit unit;

        /** A file imported as that name. */
        public OfFile(Unit home, Name name, @Nullable Unit unit) {
            super(home, name);
            this.unit = unit;
        }

        @Override
        public String word() {
            return "imported file";
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /** A name that a broken declaration or a missing file would have given: no further mistake is told of it. */
    public static final class Lost extends Entry {
        /** A name of which nothing more is known. */
        public Lost(Unit home, Name name) {
            super(home, name);
        }

        @Override
        public String word() {
            return "name";
        }
    }
}
