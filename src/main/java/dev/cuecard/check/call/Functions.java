package dev.cuecard.check.call;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.builtin.BuiltinNames;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.read.Files;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.types.Sound;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.sketch.Sketch;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.Arg;
import dev.cuecard.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks calls of functions and templates. */
public final class Functions {

    private static final Type DETAIL = Given.literals("auto", "low", "high");

    private final Exprs exprs;
    private final Lookup lookup;

    /** Checks calls that stand among those expressions. */
    public Functions(Exprs exprs) {
        this.exprs = exprs;
        this.lookup = exprs.scope().lookup();
    }

    /** Checks a call. */
    public Typed call(Expression.Call call) {
        Path callee = call.callee();
        if (callee.file() != null) {
            Entry entry = lookup.ofFile(callee);
            return entry == null ? unknown(call) : template(call, entry);
        }
        Entry entry = lookup.find(callee.name().text());
        if (entry != null
                && (entry instanceof Entry.OfTemplate
                        || !BuiltinNames.functions().contains(callee.name().text()))) {
            return template(call, entry);
        }
        CheckedFunction ofHost =
                exprs.checking().host().functions().get(callee.name().text());
        if (ofHost != null) {
            return new HostCalls(exprs).function(call, ofHost);
        }
        return switch (callee.name().text()) {
            case "shape" -> known(call, false);
            case "json_schema" -> known(call, true);
            case "file" -> file(call);
            case "rows" -> rows(call);
            case "image" -> image(call);
            case "range" -> range(call);
            default -> {
                if (!lookup.unit().isPartial()
                        && !exprs.checking()
                                .host()
                                .lost()
                                .contains(callee.name().text())) {
                    exprs.checking()
                            .findings()
                            .addUnknown(
                                    CallErrors.unknownFunction(
                                            callee.name(),
                                            exprs.scope(),
                                            exprs.checking().host()),
                                    callee.name().text());
                }
                yield unknown(call);
            }
        };
    }

    /** What stands for a call that cannot be told; mistakes in its arguments are. */
    private Typed unknown(Expression.Call call) {
        call.args().forEach(arg -> exprs.check(arg.value()));
        return Typed.unknown(call.span());
    }

    private static String what(Expression.Call call) {
        return "`" + call.callee().text() + "`";
    }

    static String argument(String name, String what) {
        return "the argument `" + name + "` of " + what;
    }

    private Typed template(Expression.Call call, Entry entry) {
        Entry.OfTemplate declared = lookup.as(entry, call.callee(), Entry.OfTemplate.class, "a template");
        CheckedTemplate template =
                declared == null ? null : exprs.checking().meanings().template(declared, call.span());
        if (template == null) {
            return unknown(call);
        }
        List<CheckedTemplate.Param> params = template.params();
        List<@Nullable Arg> bound = Args.bind(
                exprs,
                call.callee().span(),
                what(call),
                call.args(),
                params.stream()
                        .map(p -> new Args.Param(p.name(), p.value() == null && !p.optional()))
                        .toList());
        if (bound == null) {
            unknown(call);
            return Typed.of(new Expr.Const(call.span(), Json.nil()), Types.STRING);
        }
        List<@Nullable Expr> args = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            Arg arg = bound.get(i);
            args.add(
                    arg == null
                            ? null
                            : argument(arg, params.get(i), what(call)).expr());
        }
        return Typed.of(new Expr.TemplateCall(call.span(), template, args), Types.STRING);
    }

    private Typed argument(Arg arg, CheckedTemplate.Param param, String what) {
        String where = argument(param.name(), what);
        return param.optional()
                ? exprs.fittingOptional(arg.value(), param.type(), where)
                : exprs.fitting(arg.value(), param.type(), where);
    }

    /** {@code shape} and {@code json_schema}. */
    private Typed known(Expression.Call call, boolean schema) {
        List<@Nullable Arg> args = bind(call, new Args.Param("type", false));
        if (args == null) {
            return text(call, "");
        }
        Arg arg = args.get(0);
        Type type = arg == null ? exprs.checking().output() : type(arg);
        if (type == null) {
            if (arg == null && !exprs.checking().anyOutput()) {
                exprs.report(CallErrors.noOutputType(call));
            }
            return text(call, "");
        } else if (!Sound.is(type)) {
            return Typed.unknown(call.span());
        }
        return text(call, schema ? JsonText.compact(Schemas.full(type).schema()) : Sketch.of(type));
    }

    private static Typed text(Expression.Call call, String text) {
        return Typed.of(new Expr.Const(call.span(), Json.of(text)), Types.STRING);
    }

    /** An argument that is the name of a type. */
    private @Nullable Type type(Arg arg) {
        Path path = null;
        if (arg.value() instanceof Expression.Ref ref) {
            path = new Path(ref.span(), null, ref.name());
        } else if (arg.value() instanceof Expression.Field field && field.target() instanceof Expression.Ref file) {
            path = new Path(field.span(), file.name(), field.name());
        }
        if (path == null) {
            exprs.report(ValueErrors.expected(arg.span(), "the name of a type", exprs.check(arg.value())));
            return null;
        }
        Entry.OfType entry = lookup.find(path, Entry.OfType.class, "a type");
        return entry == null ? null : new Type.Named(entry.declared, path.span());
    }

    private @Nullable List<@Nullable Arg> bind(Expression.Call call, Args.Param... params) {
        return Args.bind(exprs, call.callee().span(), what(call), call.args(), List.of(params));
    }

    private Typed file(Expression.Call call) {
        List<@Nullable Arg> args = bind(call, new Args.Param("path", true));
        Arg path = args == null ? null : args.get(0);
        String text = path == null ? null : files().text(path.value(), what(call));
        return text(call, text == null ? "" : text);
    }

    private Files files() {
        return exprs.checking().data(lookup);
    }

    private Typed rows(Expression.Call call) {
        List<@Nullable Arg> args = bind(call, new Args.Param("path", true));
        Arg path = args == null ? null : args.get(0);
        if (path == null) {
            return Typed.unknown(call.span());
        } else if (path.type() == null) {
            exprs.report(CallErrors.rowsWithoutType(call));
            return Typed.unknown(call.span());
        }
        Type type = exprs.checking().types(lookup).resolve(path.type());
        Json.Arr rows = files().rows(path.value(), type, what(call));
        return rows == null
                ? Typed.of(Typed.unknown(call.span()).expr(), Types.listOf(type))
                : Typed.of(new Expr.Const(call.span(), rows), Types.listOf(type));
    }

    private Typed range(Expression.Call call) {
        List<@Nullable Arg> args = bind(call, new Args.Param("from", true), new Args.Param("to", true));
        if (args == null) {
            return unknown(call);
        }
        List<@Nullable Expr> bounds = new ArrayList<>();
        for (Arg arg : args) {
            if (arg != null) {
                bounds.add(exprs.fitting(arg.value(), Types.INTEGER, "a bound of " + what(call))
                        .expr());
            }
        }
        return Typed.of(new Expr.Call(call.span(), Builtin.RANGE, bounds), Types.listOf(Types.INTEGER));
    }

    private Typed image(Expression.Call call) {
        List<@Nullable Arg> args = bind(call, new Args.Param("source", true), new Args.Param("detail", false));
        Arg source = args == null ? null : args.get(0);
        if (args == null || source == null) {
            return unknown(call);
        }
        Arg detail = args.get(1);
        Expr how = detail == null
                ? null
                : exprs.fitting(detail.value(), DETAIL, argument("detail", what(call)))
                        .expr();
        return image(call.span(), exprs.present(source.value()), how);
    }

    /** A part of a message; a path that is written out is read here. */
    Typed image(Span span, Typed source, @Nullable Expr detail) {
        Type type = Types.unfold(source.type());
        boolean takes = type instanceof Type.Image || Given.isOf(type, Kind.STRING);
        if (!takes && !source.isUnknown()) {
            exprs.report(ValueErrors.expected(
                    source.span(), "an input of type `image`, an https URL or a path for `image`", source));
        }
        Expr picture = source.expr();
        String written = source.string();
        if (written != null && !written.startsWith("https://") && !written.startsWith("data:")) {
            picture = new Expr.Const(source.span(), Json.of(files().dataUrl(source.span(), written)));
        }
        return Typed.of(Filters.call(span, Builtin.IMAGE, picture, detail), Given.PART);
    }
}
