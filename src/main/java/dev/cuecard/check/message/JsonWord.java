package dev.cuecard.check.message;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.JsonWordErrors;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Step;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.types.Carriers;
import dev.cuecard.check.types.Given;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the word JSON in all that the messages can say: what is written, whichever branch it stands in, and the
 * values that may bring it.
 */
final class JsonWord {

    private static final Set<Builtin> WORDLESS =
            EnumSet.of(Builtin.LENGTH, Builtin.MATCHES, Builtin.ROUND, Builtin.RANGE, Builtin.IMAGE);

    private final Set<Object> seen = new HashSet<>();
    private final List<JsonWordErrors.Looked> looked = new ArrayList<>();
    private final List<Span> values = new ArrayList<>();
    private final Checking checking;
    private boolean found;

    private JsonWord(Checking checking) {
        this.checking = checking;
    }

    /** The finding, if the word is not written in the messages, or null. */
    static @Nullable Diagnostic missing(Span head, List<Step> steps, Checking checking) {
        JsonWord word = new JsonWord(checking);
        word.steps(steps);
        if (word.found) {
            return null;
        }
        return word.values.isEmpty()
                ? JsonWordErrors.missing(head, word.looked)
                : MessageErrors.jsonOfValue(head, word.values);
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Message message) {
                looked.add(new JsonWordErrors.Looked(
                        message.word().text(), message.word().line()));
                expr(message.content());
            } else if (step instanceof Step.If choice) {
                choice.branches().forEach(branch -> steps(branch.body()));
                steps(choice.otherwise());
            } else if (step instanceof Step.For loop) {
                steps(loop.body());
            }
        }
    }

    private void text(String text) {
        found |= text.toLowerCase(Locale.ROOT).contains("json");
    }

    private void input(Expr.Input expr) {
        Type type = expr.input().type();
        if (Carriers.carryText(type)
                || Types.show(type).toLowerCase(Locale.ROOT).contains("json")) {
            values.add(expr.span());
        }
    }

    private void pieces(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Literal literal) {
                text(literal.text());
            } else if (piece instanceof Piece.Print print) {
                expr(print.value());
            } else if (piece instanceof Piece.If choice) {
                choice.branches().forEach(branch -> pieces(branch.body()));
                pieces(choice.otherwise());
            } else if (piece instanceof Piece.For loop) {
                expr(loop.list());
                pieces(loop.body());
                pieces(loop.empty());
            } else if (piece instanceof Piece.Let let) {
                expr(let.value());
            }
        }
    }

    /** What the value of an expression can be made of. */
    private void expr(@Nullable Expr expr) {
        if (expr instanceof Expr.Const constant) {
            // What could not be told might have held the word.
            found |= Given.isUnknown(checking.typeOf(constant));
            constant(constant.value());
        } else if (expr instanceof Expr.Input input) {
            input(input);
        } else if (expr instanceof Expr.Let let) {
            if (seen.add(let.let())) {
                expr(let.let().value());
            }
        } else if (expr instanceof Expr.Text text) {
            pieces(text.pieces());
        } else if (expr instanceof Expr.ListOf list) {
            list.items().forEach(item -> expr(item.value()));
        } else if (expr instanceof Expr.ObjectOf object) {
            object.members().forEach(member -> {
                text(member.name());
                expr(member.value());
            });
        } else if (expr instanceof Expr.Field field) {
            expr(field.target());
        } else if (expr instanceof Expr.Index index) {
            expr(index.target());
        } else if (expr instanceof Expr.Slice slice) {
            expr(slice.target());
        } else if (expr instanceof Expr.Call call) {
            call(call);
        } else if (expr instanceof Expr.HostCall call) {
            if (Carriers.carryText(call.function().result())) {
                values.add(call.span());
            }
            call.args().forEach(this::expr);
        } else if (expr instanceof Expr.TemplateCall call) {
            template(call);
        } else if (expr instanceof Expr.MapCall map) {
            expr(map.target());
            expr(map.body());
        } else if (expr instanceof Expr.Binary binary) {
            expr(binary.left());
            expr(binary.right());
        } else if (expr instanceof Expr.Conditional conditional) {
            expr(conditional.then());
            expr(conditional.otherwise());
        } else if (expr instanceof Expr.MessageOf message) {
            expr(message.content());
        }
    }

    private void call(Expr.Call call) {
        if (!WORDLESS.contains(call.builtin())) {
            call.args().forEach(this::expr);
        }
    }

    private void template(Expr.TemplateCall call) {
        call.args().forEach(this::expr);
        CheckedTemplate template = call.template();
        if (seen.add(template)) {
            template.params().forEach(param -> expr(param.value()));
            pieces(template.body().pieces());
        }
    }

    private void constant(Json value) {
        if (value instanceof Json.Str text) {
            text(text.value());
        } else if (value instanceof Json.Arr list) {
            list.items().forEach(this::constant);
        } else if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> {
                text(name);
                constant(member);
            });
        }
    }
}
