package dev.cuecard.schema.validate;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Branches;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.engine.Finding;
import dev.cuecard.schema.engine.SchemaMap;
import dev.cuecard.schema.read.Place;
import dev.cuecard.schema.read.SchemaReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the errors of the library in the language's words: one mistake, one violation. */
final class Verdict {

    private final SchemaMap map;
    private final Json root;
    private final List<Violation> violations = new ArrayList<>();

    Verdict(SchemaMap map, Json root) {
        this.map = map;
        this.root = root;
    }

    /** The violations, in the order of their places in the value. */
    List<Violation> of(List<Finding> findings) {
        resolve(findings, 0);
        if (violations.size() > 1) {
            Map<String, Integer> order =
                    PlaceOrder.of(violations.stream().map(Violation::pointer).toList(), root);
            violations.sort(
                    (a, b) -> Integer.compare(order.getOrDefault(a.pointer(), 0), order.getOrDefault(b.pointer(), 0)));
        }
        return List.copyOf(violations);
    }

    /** A choice that findings go through: the same keyword on the same value. */
    private record Group(int step, @Nullable String schema, Place value) {}

    /** The findings of one choice, by the branch that they are in. */
    private static final class Choice {
        private final Map<Integer, List<Finding>> branches = new TreeMap<>();

        void add(int branch, Finding finding) {
            branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(finding);
        }
    }

    private void resolve(List<Finding> findings, int from) {
        Map<Group, Choice> choices = new LinkedHashMap<>();
        Map<Place, List<Finding>> values = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Finding.Choice choice = finding.choice(from);
            if (choice != null) {
                Group group = new Group(choice.step(), choice.schema(), choice.value());
                choices.computeIfAbsent(group, g -> new Choice()).add(choice.branch(), finding);
            } else {
                values.computeIfAbsent(finding.value(), v -> new ArrayList<>()).add(finding);
            }
        }
        choices.forEach(this::choose);
        Set<Place> chosen = choices.keySet().stream().map(Group::value).collect(Collectors.toSet());
        values.forEach((place, several) -> {
            // That no alternative fits is told by the choice.
            boolean told = chosen.contains(place);
            List<Finding> untold = several.stream()
                    .filter(f -> !told || !f.keyword().equals("oneOf"))
                    .toList();
            new ValueVerdict(map, place).add(untold, violations);
        });
    }

    private void choose(Group group, Choice choice) {
        Json value = group.value().value();
        List<Type> types = types(group, choice);
        Branches branches = new Branches(types);
        List<Finding> own = choice.branches.get(branches.meant(value));
        Branches.Tag tag = branches.tag();
        if (own != null) {
            resolve(own, group.step() + 1);
        } else if (tag != null && value instanceof Json.Obj object) {
            untold(group, tag, object.get(tag.name()));
        } else {
            none(group, types, value);
        }
    }

    private List<Type> types(Group group, Choice choice) {
        List<Type> types = new ArrayList<>();
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (map.node(SchemaMap.append(group.schema(), keyword)) instanceof Json.Arr several) {
                for (int i = 0; i < several.items().size(); i++) {
                    types.add(map.type(SchemaMap.append(group.schema(), keyword, String.valueOf(i))));
                }
                return types;
            }
        }
        // The way got lost: what the branches asked of this very value must do for them.
        choice.branches.forEach((branch, findings) -> {
            while (types.size() <= branch) {
                types.add(Types.ANY);
            }
            for (Finding finding : findings) {
                if (finding.choice(group.step() + 1) == null && finding.value() == group.value()) {
                    types.set(branch, new SchemaReader(finding.rule()).read(finding.rule()));
                }
            }
        });
        return types;
    }

    /** An object whose tag is missing or names no branch. */
    private void untold(Group group, Branches.Tag tag, @Nullable Json given) {
        Span asked = SchemaMap.firstLine(map.asked(group.schema()));
        if (given == null) {
            String text = "missing required field " + Quoted.of(tag.name());
            violations.add(
                    new Violation(group.value().pointer(), Violation.Kind.MISSING, text, tag.name(), null, asked));
        } else {
            String text = ValueVerdict.literals(new Type.Literals(tag.values(), null), given);
            String pointer = JsonPointer.append(group.value().pointer(), tag.name());
            violations.add(new Violation(pointer, Violation.Kind.LITERAL, text, null, null, asked));
        }
    }

    private void none(Group group, List<Type> types, Json value) {
        Type union = new Type.Union(
                types.stream().map(t -> new Type.Union.Member(t, null)).toList(), null);
        boolean kind = Kind.of(union).contains(Kind.of(value));
        if (types.stream().anyMatch(Types::acceptsAnything)) {
            String text =
                    "expected one of the alternatives, got " + Kind.of(value).phrase();
            violations.add(new Violation(group.value().pointer(), Violation.Kind.UNION, text, null, null, null));
            return;
        }
        String got = Wording.got(value, union) + (kind && got(value) ? " that fits none of them" : "");
        String text = "expected " + Wording.wanted(union) + ", got " + got;
        violations.add(new Violation(
                group.value().pointer(),
                Violation.Kind.UNION,
                text,
                null,
                null,
                SchemaMap.firstLine(map.asked(group.schema()))));
    }

    private static boolean got(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Arr;
    }
}
