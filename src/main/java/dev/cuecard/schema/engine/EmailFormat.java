package dev.cuecard.schema.engine;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import dev.cuecard.schema.Mailbox;

/** The format of a {@link Mailbox}, instead of the library's own. */
final class EmailFormat implements Format {

    @Override
    public String getName() {
        return "email";
    }

    @Override
    public String getMessageKey() {
        return "format.email";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return Mailbox.is(value);
    }
}
