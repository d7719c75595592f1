package dev.cuecard.render;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.render.value.Pictures;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.List;

/** Holds the pictures among the inputs to what can be sent, which no schema says. */
public final class PictureInputs {

    private final List<Violation> violations = new ArrayList<>();

    private PictureInputs() {}

    /** The places of a value, which fits its type otherwise, that are no pictures though they ought to be. */
    public static List<Violation> check(Type type, Json value) {
        PictureInputs check = new PictureInputs();
        check.look(type, value, JsonPointer.ROOT);
        return check.violations;
    }

    private void look(Type type, Json value, String pointer) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Image image) {
            if (!(value instanceof Json.Str url && Pictures.canBeSent(url.value()))) {
                violations.add(new Violation(
                        pointer,
                        Violation.Kind.FORMAT,
                        "expected an https address or a data URL of an image",
                        null,
                        null,
                        image.origin()));
            }
        } else if (open instanceof Type.Nullish nullish) {
            if (!(value instanceof Json.Null)) {
                look(nullish.type(), value, pointer);
            }
        } else if (open instanceof Type.Array array && value instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size(); i++) {
                look(array.item(), list.items().get(i), JsonPointer.append(pointer, i));
            }
        } else if (open instanceof Type.MapOf map && value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> look(map.value(), member, JsonPointer.append(pointer, name)));
        } else if (open instanceof Type.Obj object && value instanceof Json.Obj members) {
            for (Type.Obj.Field field : object.fields()) {
                Json member = members.get(field.name());
                if (member != null) {
                    look(field.type(), member, JsonPointer.append(pointer, field.name()));
                }
            }
        }
    }
}
