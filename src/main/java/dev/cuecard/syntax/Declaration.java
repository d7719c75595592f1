package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file is made of. A {@link Statement} is one too: it declares messages. */
public sealed interface Declaration extends Node {

    /** What a visitor answers for each kind. Has no default methods: a new kind must be met by every stage. */
    interface Visitor<R> {
        /** {@code prompt name}. */
        R prompt(Prompt declaration);

        /** <code>import { Label } from "…"</code> or {@code import "…" as common}. */
        R importing(Import declaration);

        /** {@code model "gpt"} or {@code model fast = "gpt"}. */
        R model(Model declaration);

        /** {@code model fast}: one that is declared elsewhere. */
        R useModel(UseModel declaration);

        /** {@code role alice = user "alice"}. */
        R role(Role declaration);

        /** {@code type Name = …}. */
        R type(Type declaration);

        /** {@code var name: type = default}. */
        R var(Var declaration);

        /** {@code let name = expression}. */
        R let(Let declaration);

        /** {@code template name(param: type) """…"""}. */
        R template(Template declaration);

        /** {@code tool name(param: type): type}. */
        R tool(Tool declaration);

        /** {@code tools a, common.b}. */
        R useTools(UseTools declaration);

        /** {@code output json T}. */
        R output(Output declaration);

        /** {@code ensure expression : "message"}. */
        R ensure(Ensure declaration);

        /** <code>test "name" { … }</code>. */
        R test(Test declaration);

        /** A statement at the top of a file. */
        R says(Says declaration);

        /** What could not be read; its mistake is reported already. */
        R broken(Broken declaration);
    }

    /** Has the visitor answer. */
    <R> R accept(Visitor<R> visitor);

    /** {@code prompt name { version = "1.2.0" }}. */
    record Prompt(Span span, @Nullable Doc doc, Name name, List<Setting> metadata) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prompt(this);
        }
    }

    /**
     * {@code import { Label, tone as voice } from "…"} or {@code import "…" as common}.
     *
     * @param names what is taken, empty in the second form
     * @param path the file, always a plain string
     * @param alias the name of the whole file, null in the first form
     */
    record Import(
            Span span,
            List<Taken> names,
            Expression.Text path,
            @Nullable Name alias) implements Declaration {
        /** {@code tone as voice}; {@code as} is null where the name stays. */
        public record Taken(Span span, Name name, @Nullable Name as) {
            /** The name here. */
            public Name here() {
                return as == null ? name : as;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.importing(this);
        }
    }

    /**
     * {@code model "gpt" { … }} or, with a name to use it by, {@code model fast = "gpt" { … }}.
     *
     * @param name the name to use it by, or null when it is the prompt's own
     * @param model the model's name as the API knows it
     */
    record Model(Span span, @Nullable Doc doc, @Nullable Name name, Expression.Text model, List<Setting> settings)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.model(this);
        }
    }

    /** {@code model fast} or {@code model common.fast}. */
    record UseModel(Span span, Path model) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.useModel(this);
        }
    }

    /** {@code role alice = user "alice"}. */
    record Role(Span span, @Nullable Doc doc, Name name, Name role, Expression.Text speaker) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.role(this);
        }
    }

    /** {@code type Name = …} or {@code type Name { … }}. */
    record Type(Span span, @Nullable Doc doc, Name name, TypeNode type) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /**
     * {@code var name?: untrusted type = default}.
     *
     * @param optional the question mark, or null
     * @param untrusted the word, or null
     * @param type the type, or null when it is left out
     * @param value the default, or null when there is none
     */
    record Var(
            Span span,
            @Nullable Doc doc,
            Name name,
            @Nullable Span optional,
            @Nullable Span untrusted,
            @Nullable TypeNode type,
            @Nullable Expression value)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.var(this);
        }
    }

    /** {@code let name = expression}. */
    record Let(Span span, @Nullable Doc doc, Name name, Expression value) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** {@code template name(param: type = default) """…"""}. */
    record Template(Span span, @Nullable Doc doc, Name name, List<Param> params, Expression.Text body)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.template(this);
        }
    }

    /**
     * {@code tool(strict) name(param?: type): type}.
     *
     * @param mode the word in parentheses, or null
     * @param result the type of what it gives, or null
     */
    record Tool(
            Span span,
            @Nullable Doc doc,
            @Nullable Name mode,
            Name name,
            List<Param> params,
            @Nullable TypeNode result) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tool(this);
        }
    }

    /** A parameter of a template or a tool; see {@link Var} for the parts. */
    record Param(
            Span span,
            @Nullable Doc doc,
            Name name,
            @Nullable Span optional,
            @Nullable TypeNode type,
            @Nullable Expression value) {}

    /** {@code tools a, common.b}. */
    record UseTools(Span span, List<Path> tools) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.useTools(this);
        }
    }

    /**
     * {@code output json(strict) T reask 2}.
     *
     * @param head from {@code output} to the mode: what turns JSON mode on
     * @param format {@code json} or {@code text}, as written
     * @param mode the word in parentheses, or null
     * @param type the type, or null
     * @param reask the number after {@code reask}, or null
     */
    record Output(
            Span span,
            @Nullable Doc doc,
            Span head,
            Name format,
            @Nullable Name mode,
            @Nullable TypeNode type,
            Expression.@Nullable Num reask)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /** {@code ensure expression : "message"}; the message may be missing. */
    record Ensure(Span span, Expression condition, Expression.@Nullable Text message) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ensure(this);
        }
    }

    /**
     * {@code test "name" repeat 59 rate 0.95 for row in rows("cases.jsonl": Case) { … }}.
     *
     * @param name always a plain string
     * @param repeat how often, or null
     * @param pass how many must pass, or null
     * @param rate which share must pass, or null
     * @param row the variable of the loop, or null without one
     * @param rows what it runs over, null exactly when {@code row} is
     */
    record Test(
            Span span,
            @Nullable Doc doc,
            Expression.Text name,
            Expression.@Nullable Num repeat,
            Expression.@Nullable Num pass,
            Expression.@Nullable Num rate,
            @Nullable Name row,
            @Nullable Expression rows,
            List<TestItem> items)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.test(this);
        }
    }

    /** A statement at the top of a file. */
    record Says(Span span, Statement statement) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.says(this);
        }
    }

    /**
     * Where a declaration stands that could not be read. Its mistake is reported already; that it declared something
     * is kept, so that no second mistake is reported where its name is used.
     *
     * @param word its first word, or null
     * @param name the name it would have declared, or null where that is not known
     */
    record Broken(Span span, @Nullable Name word, @Nullable Name name) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }
}
