package dev.cuecard.check.types;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.names.Words;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.TypeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type as it is written means in its file. */
public final class TypeResolver implements TypeNode.Visitor<Type> {

    private final Lookup lookup;
    private final SchemaFiles files;
    private final Findings findings;

    /** The types of a file, its names looked up there. */
    public TypeResolver(Lookup lookup, SchemaFiles files, Findings findings) {
        this.lookup = lookup;
        this.files = files;
        this.findings = findings;
    }

    /** What it means; {@link Given#UNKNOWN}, or something near, where a mistake was found in it. */
    public Type resolve(TypeNode type) {
        return type.accept(this);
    }

    @Override
    public Type named(TypeNode.Named type) {
        if (type.name().file() != null) {
            return declared(type, lookup.find(type.name(), Entry.OfType.class, "a type"));
        }
        String word = type.name().name().text();
        if (type.arguments().isEmpty()) {
            Type builtin = builtin(word, type);
            if (builtin != null) {
                return builtin;
            }
            Entry entry = lookup.unit().find(word);
            if (entry != null) {
                return declared(type, lookup.as(entry, type.name(), Entry.OfType.class, "a type"));
            }
        }
        if (!lookup.unit().isPartial() || !type.arguments().isEmpty()) {
            List<String> known = new ArrayList<>(Words.TYPES);
            known.addAll(lookup.unit().namesOf(Entry.OfType.class));
            findings.addUnknown(TypeErrors.unknown(type, known, lookup.unit()), word);
        }
        return Given.UNKNOWN;
    }

    private Type declared(TypeNode.Named type, Entry.@Nullable OfType entry) {
        if (entry == null) {
            return Given.UNKNOWN;
        }
        if (type.restrictions() != null) {
            findings.add(TypeErrors.takesNone(type, type.span()));
        }
        return new Type.Named(entry.declared, type.span());
    }

    private @Nullable Type builtin(String word, TypeNode.Named type) {
        Span origin = type.span();
        List<TypeNode.Restriction> restrictions = type.restrictions() == null ? List.of() : type.restrictions();
        Restrictions restricted = new Restrictions(findings);
        if (word.equals("string")) {
            return restricted.text(origin, restrictions);
        } else if (word.equals("number") || word.equals("integer")) {
            return restricted.number(origin, word.equals("integer"), restrictions);
        }
        Type plain = plain(word, origin);
        if (plain != null && !restrictions.isEmpty()) {
            findings.add(TypeErrors.takesNone(type, restrictions.get(0).span()));
        }
        return plain;
    }

    private static @Nullable Type plain(String word, Span origin) {
        for (Type.Format.Kind kind : Type.Format.Kind.values()) {
            if (kind.word().equals(word)) {
                return new Type.Format(kind, origin);
            }
        }
        return switch (word) {
            case "boolean" -> new Type.Bool(origin);
            case "null" -> new Type.Null(origin);
            case "any" -> new Type.Any(origin);
            case "image" -> new Type.Image(origin);
            case "Turn" -> Given.turn(origin);
            default -> null;
        };
    }

    @Override
    public Type literal(TypeNode.Literal type) {
        Json value = literal(type.value());
        if (value instanceof Json.Null) {
            return new Type.Null(type.span());
        }
        return new Type.Literals(List.of(new Type.Literals.Value(value, null, type.span())), type.span());
    }

    private static Json literal(Expression value) {
        if (value instanceof Expression.Text text) {
            return Json.of(PlainText.of(text));
        } else if (value instanceof Expression.Num number) {
            return Json.of(number.value());
        } else if (value instanceof Expression.Bool truth) {
            return Json.of(truth.value());
        } else if (value instanceof Expression.Unary minus && minus.operand() instanceof Expression.Num number) {
            return Json.of(number.value().negate());
        }
        return Json.nil();
    }

    @Override
    public Type array(TypeNode.Array type) {
        Type item = resolve(type.item());
        TypeNode.Range size = type.size();
        if (size == null || !new Restrictions(findings).isSize(size)) {
            return new Type.Array(item, null, null, type.span());
        }
        return new Type.Array(item, Restrictions.size(size.min()), Restrictions.size(size.max()), type.span());
    }

    @Override
    public Type object(TypeNode.ObjectOf type) {
        Map<String, Span> seen = new HashMap<>();
        List<Type.Obj.Field> fields = new ArrayList<>();
        for (TypeNode.FieldOf field : type.fields()) {
            Span first = seen.putIfAbsent(field.name().text(), field.name().span());
            Type meaning = resolve(field.type());
            if (first != null) {
                findings.add(NameErrors.twice(field.name(), first));
            } else {
                fields.add(new Type.Obj.Field(
                        field.name().text(),
                        meaning,
                        field.optional() != null,
                        text(field.doc()),
                        field.name().span()));
            }
        }
        return new Type.Obj(List.copyOf(fields), type.open() != null, type.span());
    }

    @Override
    public Type map(TypeNode.Mapping type) {
        return new Type.MapOf(resolve(type.value()), type.span());
    }

    @Override
    public Type nullable(TypeNode.Nullish type) {
        return new Type.Nullish(resolve(type.type()), type.span());
    }

    @Override
    public Type union(TypeNode.Union type) {
        List<TypeNode.Union.Member> members = new ArrayList<>();
        flatten(type, members);
        List<Type.Union.Member> branches = new ArrayList<>();
        List<Type.Literals.Value> literals = new ArrayList<>();
        int at = -1;
        boolean nullable = false;
        for (TypeNode.Union.Member member : members) {
            Type meaning = resolve(member.type());
            if (meaning instanceof Type.Null) {
                nullable = true;
            } else if (member.type() instanceof TypeNode.Literal && meaning instanceof Type.Literals one) {
                at = at < 0 ? branches.size() : at;
                add(one.values().get(0), text(member.doc()), member.span(), literals);
            } else {
                branches.add(new Type.Union.Member(meaning, text(member.doc())));
            }
        }
        if (!literals.isEmpty()) {
            Type values = new Type.Literals(List.copyOf(literals), type.span());
            branches.add(at, new Type.Union.Member(values, null));
        }
        return joined(branches, nullable, type.span());
    }

    private static Type joined(List<Type.Union.Member> branches, boolean nullable, Span origin) {
        if (branches.isEmpty()) {
            return new Type.Null(origin);
        }
        if (branches.stream().anyMatch(branch -> Given.isUnknown(branch.type()))) {
            // Less than what was meant: whatever does not fit the rest may fit what could not be told.
            return Given.UNKNOWN;
        }
        Type all = branches.size() == 1 ? branches.get(0).type() : new Type.Union(List.copyOf(branches), origin);
        return nullable ? new Type.Nullish(all, origin) : all;
    }

    private static void flatten(TypeNode.Union union, List<TypeNode.Union.Member> into) {
        for (TypeNode.Union.Member member : union.members()) {
            if (member.type() instanceof TypeNode.Union inner && member.doc() == null) {
                flatten(inner, into);
            } else {
                into.add(member);
            }
        }
    }

    private void add(Type.Literals.Value value, @Nullable String doc, Span at, List<Type.Literals.Value> into) {
        for (Type.Literals.Value other : into) {
            if (Types.fits(value.value(), new Type.Literals(List.of(other), null))) {
                Span origin = value.origin() == null ? at : value.origin();
                findings.add(TypeErrors.sameTwice(
                        origin, other.origin(), value.value().toString()));
                return;
            }
        }
        into.add(new Type.Literals.Value(value.value(), doc, value.origin()));
    }

    @Override
    public Type external(TypeNode.External type) {
        return files.read(lookup.unit().source(), type);
    }

    private static @Nullable String text(@Nullable Doc doc) {
        return doc == null ? null : doc.text();
    }
}
