package dev.cuecard.cli.option;

import dev.cuecard.RunOptions;
import dev.cuecard.check.model.SettingValues;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Makes options of what the command line says of the model. */
public final class SettingReader {

    /** Before the name of a parameter that only a vendor knows, as the group of that name in a prompt file. */
    private static final String EXTRA = "extra.";

    private SettingReader() {}

    /** The options; what is wrong with them has been said when it stops. */
    public static RunOptions read(Console console, OverrideOptions overrides) throws CommandStopped {
        RunOptions options = RunOptions.DEFAULT.withModel(overrides.model());
        List<Diagnostic> findings = new ArrayList<>();
        for (String pair : overrides.settings()) {
            int sign = pair.indexOf('=');
            if (sign <= 0) {
                throw new WrongUse(
                                "`--set` takes a name and a value, got `" + pair + "`", "write `--set temperature=0.2`")
                        .stop(console);
            }
            Span whole = new Source("--set", pair).span(0, pair.length());
            Span name = whole.source().span(0, sign);
            Span value = whole.source().span(sign + 1, pair.length());
            Json json = value(value);
            boolean extra = name.text().startsWith(EXTRA) && sign > EXTRA.length();
            Diagnostic wrong = extra ? null : SettingValues.check(new Name(name, name.text()), json, value);
            if (wrong != null) {
                findings.add(wrong);
            }
            options = options.withSetting(extra ? name.text().substring(EXTRA.length()) : name.text(), json);
        }
        if (!findings.isEmpty()) {
            console.report(findings);
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return options;
    }

    /** JSON where it is JSON, else a string that needs no quotes. */
    private static Json value(Span text) {
        return JsonText.parse(text) instanceof JsonReading.Parsed parsed
                ? parsed.document().value()
                : Json.of(text.text());
    }
}
