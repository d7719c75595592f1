package dev.cuecard.check.lint;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Source;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file is not to hold: characters that nobody sees, and keys that nobody is to see. */
final class Characters {

    private static final int MOST_FINDINGS = 5;
    private static final Pattern KEY =
            Pattern.compile("\\b(?:sk-[A-Za-z0-9_-]{20,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,}"
                    + "|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{35}|glpat-[0-9A-Za-z_-]{20,})");

    private final Source source;
    private final Findings findings;

    Characters(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    void check() {
        keys();
        String text = source.text();
        int found = 0;
        for (int at = 0; at < text.length() && found < MOST_FINDINGS; ) {
            int character = text.codePointAt(at);
            int length = Character.charCount(character);
            if (isHidden(character, at)) {
                String code = String.format(Locale.ROOT, "U+%04X", character);
                String name = String.valueOf(Character.getName(character)).toLowerCase(Locale.ROOT);
                findings.add(LintErrors.hidden(source.span(at, at + length), code, name));
                found++;
            }
            at += length;
        }
    }

    /** Characters that order or join others without being seen; what emoji and Persian are joined with is let be. */
    private static boolean isHidden(int character, int at) {
        return character == 0x200B
                || character == 0x200E
                || character == 0x200F
                || character == 0x061C
                || character == 0x180E
                || character == 0x00AD
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x2069)
                || (character == 0xFEFF && at > 0)
                || (character >= 0xFFF9 && character <= 0xFFFB)
                || (character >= 0xE0000 && character <= 0xE007F);
    }

    /** A key is shown with its characters covered: a message never prints one. */
    private void keys() {
        Matcher keys = KEY.matcher(source.text());
        StringBuilder covered = new StringBuilder(source.text());
        while (keys.find()) {
            covered.replace(keys.start(), keys.end(), "*".repeat(keys.end() - keys.start()));
        }
        Source shown = new Source(source.name(), covered.toString());
        keys.reset();
        while (keys.find()) {
            findings.add(LintErrors.key(shown.span(keys.start(), keys.end())));
        }
    }
}
