package dev.cuecard.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.Formats;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a text has a format, by the same judge that validation asks. */
final class FormatCheck {

    private static final Map<String, Format> FORMATS =
            Formats.DEFAULT.stream().collect(Collectors.toMap(Format::getName, Function.identity()));

    private FormatCheck() {}

    static boolean fits(Type.Format.Kind kind, String text) {
        if (kind == Type.Format.Kind.EMAIL) {
            return Mailbox.is(text);
        }
        Format format = FORMATS.get(kind.format());
        return format != null && format.matches(new ExecutionContext(), text);
    }
}
