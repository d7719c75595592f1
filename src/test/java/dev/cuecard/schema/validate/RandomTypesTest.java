package dev.cuecard.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.JsonText;
import dev.cuecard.schema.OptionalNulls;
import dev.cuecard.schema.RandomTypes;
import dev.cuecard.schema.RandomValues;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.WireRules;
import dev.cuecard.schema.engine.Metaschema;
import dev.cuecard.schema.engine.Nodes;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.generate.Wire;
import dev.cuecard.schema.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any type. */
final class RandomTypesTest {

    @Property(tries = 200)
    void aWireSchemaKeepsTheRulesAndAValueSurvivesTheWayThereAndBack(@ForAll long seed) {
        Type type = new RandomTypes(seed, true).root();
        Wire wire = Schemas.wire(type, false);
        assertThat(wire.canBeSent()).as(Types.show(type)).isTrue();
        assertThat(WireRules.brokenBy(wire.schema())).as(Types.show(type)).isEmpty();
        Validator full = Validator.compile(Schemas.full(type));
        Validator strict = Validator.compile(new GeneratedSchema(wire.schema(), Map.of(), Map.of(), Map.of()));
        for (int i = 0; i < 5; i++) {
            Json value = type.accept(new RandomValues(seed + i));
            Json there = there(type, value);
            String all = Types.show(type) + "\n" + JsonText.compact(value) + "\n" + JsonText.compact(there);
            assertThat(full.validate(value)).as(all).isEmpty();
            assertThat(strict.validate(there)).as(all).isEmpty();
            assertThat(OptionalNulls.drop(type, there).value()).as(all).isEqualTo(value);
        }
    }

    /** A value as a model has to write it in strict mode: with null for each field that is missing. */
    private static Json there(Type type, Json value) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Nullish nullish) {
            return value instanceof Json.Null ? value : there(nullish.type(), value);
        } else if (open instanceof Type.Union union) {
            return union.members().stream()
                    .map(Type.Union.Member::type)
                    .filter(t -> Types.fits(value, t))
                    .findFirst()
                    .map(t -> there(t, value))
                    .orElseThrow();
        } else if (open instanceof Type.Array array && value instanceof Json.Arr list) {
            return Json.array(
                    list.items().stream().map(i -> there(array.item(), i)).toList());
        } else if (open instanceof Type.Obj fields && value instanceof Json.Obj object) {
            Json.ObjBuilder out = Json.object();
            for (Type.Obj.Field field : fields.fields()) {
                Json member = object.get(field.name());
                out.put(field.name(), member == null ? Json.nil() : there(field.type(), member));
            }
            return out.done();
        }
        return value;
    }

    @Property(tries = 300)
    void valuesThatFitAreValidAndWhatIsBrokenIsFoundInItsPlace(@ForAll long seed) {
        Type type = new RandomTypes(seed, false).root();
        GeneratedSchema schema = Schemas.full(type);
        Validator validator = Validator.compile(schema);
        Json value = type.accept(new RandomValues(seed));
        assertThat(validator.validate(value))
                .as(Types.show(type) + "\n" + value)
                .isEmpty();
        assertThat(Types.fits(value, type)).isTrue();
        assertThat(Types.assignable(Types.of(value), type)).isTrue();
        List<String> places = new ArrayList<>();
        places("", value, places);
        for (String place : places) {
            Json broken = with(value, place, Json.object().put("neither", "nor").done());
            List<Violation> violations = validator.validate(broken);
            assertThat(violations.isEmpty())
                    .as(Types.show(type) + "\n" + broken)
                    .isEqualTo(Types.fits(broken, type));
            assertThat(violations)
                    .as(Types.show(type) + "\n" + broken)
                    .allSatisfy(v -> assertThat(v.pointer().startsWith(place) || place.startsWith(v.pointer()))
                            .isTrue());
            assertThat(violations.stream()
                            .map(v -> v.pointer() + v.field())
                            .distinct()
                            .count())
                    .isEqualTo(violations.size());
        }
    }

    private static void places(String pointer, Json value, List<String> places) {
        places.add(pointer);
        if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> places(JsonPointer.append(pointer, name), member, places));
        } else if (value instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                places(JsonPointer.append(pointer, i), list.items().get(i), places);
            }
        }
    }

    private static Json with(Json value, String pointer, Json part) {
        if (pointer.isEmpty()) {
            return part;
        }
        List<String> tokens = JsonPointer.tokens(pointer);
        String rest = pointer.substring(JsonPointer.append("", tokens.get(0)).length());
        if (value instanceof Json.Obj object) {
            Json.ObjBuilder out = Json.object();
            object.members()
                    .forEach((name, member) ->
                            out.put(name, name.equals(tokens.get(0)) ? with(member, rest, part) : member));
            return out.done();
        }
        List<Json> items = new ArrayList<>(((Json.Arr) value).items());
        int index = Integer.parseInt(tokens.get(0));
        items.set(index, with(items.get(index), rest, part));
        return Json.array(items);
    }

    @Property(tries = 200)
    void aSketchNeverFailsAndIsTheSameEachTime(@ForAll long seed) {
        String sketch = Sketch.of(new RandomTypes(seed, false).root());
        assertThat(sketch)
                .isEqualTo(Sketch.of(new RandomTypes(seed, false).root()))
                .doesNotEndWith("\n");
        assertThat(sketch.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Property(tries = 200)
    void whatIsWrittenIsASchema(@ForAll long seed, @ForAll boolean strict) {
        Type type = new RandomTypes(seed, strict).root();
        Json schema =
                strict ? Schemas.wire(type, false).schema() : Schemas.full(type).document();
        assertThat(Metaschema.of(SpecificationVersion.DRAFT_2020_12).schema().validate(Nodes.of(schema)))
                .as(schema.toString())
                .isEmpty();
    }
}
