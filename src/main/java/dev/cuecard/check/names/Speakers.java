package dev.cuecard.check.names;

import dev.cuecard.check.Findings;
import dev.cuecard.check.Speaker;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who speaks where a role is named. */
public final class Speakers {

    private final Findings findings;

    /** Reports to those findings. */
    public Speakers(Findings findings) {
        this.findings = findings;
    }

    /** Whether a conversation has turns of the speaker. */
    public static boolean isTurn(Speaker speaker) {
        return speaker.role() == Speaker.Role.USER || speaker.role() == Speaker.Role.ASSISTANT;
    }

    /** The speaker that a path names, or null when it names none, and that has been said. */
    public @Nullable Speaker of(Path role, Lookup lookup) {
        Speaker.Role builtin = role.file() == null ? builtin(role.name().text()) : null;
        if (builtin != null) {
            return new Speaker(builtin, null);
        } else if (role.file() == null && lookup.unit().find(role.name().text()) == null) {
            if (!lookup.unit().isPartial()) {
                findings.add(unknown(role.name(), lookup.unit().namesOf(Entry.OfRole.class), lookup.unit()));
            }
            return null;
        }
        Entry.OfRole entry = lookup.find(role, Entry.OfRole.class, "a role");
        return entry == null ? null : entry.speaker;
    }

    /** Finds out what a declared role means. */
    public void declare(Entry.OfRole entry) {
        Name role = entry.tree.role();
        Speaker.Role builtin = builtin(role.text());
        if (builtin == null) {
            findings.add(unknown(role, List.of(), null));
            return;
        }
        String name = PlainText.of(entry.tree.speaker());
        if (!name.matches("[^\\s<|\\\\/>]{1,64}")) {
            findings.add(NameErrors.speakerName(entry.tree.speaker().span(), name));
        }
        entry.speaker = new Speaker(builtin, name);
    }

    private static Diagnostic unknown(Name role, List<String> declared, @Nullable Unit unit) {
        List<String> known = new ArrayList<>(Words.ROLES);
        known.addAll(declared);
        if (unit != null && NameErrors.near(role.text(), known) == null) {
            String help = NameErrors.near(role.text(), Words.STATEMENTS);
            if (help != null) {
                return NameErrors.unknown(Code.P207, "role", role, List.of(), unit, help);
            }
        }
        return NameErrors.unknown(Code.P207, "role", role, known, unit);
    }

    private static Speaker.@Nullable Role builtin(String word) {
        return Words.ROLES.contains(word) ? Speaker.Role.valueOf(word.toUpperCase(Locale.ROOT)) : null;
    }
}
