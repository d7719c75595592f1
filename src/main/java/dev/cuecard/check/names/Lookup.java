package dev.cuecard.check.names;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.syntax.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the names of one file stand for, and says what is wrong with those that stand for nothing. */
public final class Lookup {

    private final Unit unit;
    private final Findings findings;
    private final Set<Entry> used = new HashSet<>();

    /** The names of that file. */
    public Lookup(Unit unit, Findings findings) {
        this.unit = unit;
        this.findings = findings;
    }

    /** Whether this file has asked for it by its name. */
    public boolean isUsed(Entry entry) {
        return used.contains(entry);
    }

    /** The file. */
    public Unit unit() {
        return unit;
    }

    /** What a name stands for, or null when the file does not know it; nothing is said then. */
    public @Nullable Entry find(String name) {
        Entry entry = unit.find(name);
        if (entry != null) {
            used.add(entry);
        }
        return entry;
    }

    /**
     * What a path stands for; null when it stands for nothing of that kind, and that has been said, or when nothing can
     * be told of it.
     *
     * @param wanted the kind with its article, as a message says it
     */
    public <T extends Entry> @Nullable T find(Path path, Class<T> kind, String wanted) {
        Entry entry = path.file() == null ? find(path.name().text()) : ofFile(path);
        if (entry != null) {
            return as(entry, path, kind, wanted);
        } else if (path.file() == null && !unit.isPartial()) {
            findings.addUnknown(
                    NameErrors.unknown(code(kind), bare(wanted), path.name(), unit.namesOf(kind), unit),
                    path.name().text());
        }
        return null;
    }

    /** The entry as one of a kind, or null when it is of another, and that has been said. */
    public <T extends Entry> @Nullable T as(Entry entry, Path path, Class<T> kind, String wanted) {
        used.add(entry);
        if (kind.isInstance(entry)) {
            return kind.cast(entry);
        } else if (!(entry instanceof Entry.Lost)) {
            findings.add(NameErrors.wrongKind(path.span(), path.text(), entry, wanted));
        }
        return null;
    }

    /** What a name of an imported file stands for, or null, and that has been said. */
    public @Nullable Entry ofFile(Path path) {
        if (path.file() == null) {
            throw new IllegalArgumentException(path.text());
        }
        Entry file = find(path.file().text());
        if (file instanceof Entry.OfFile other) {
            return other.unit == null ? null : shared(path, other.unit);
        } else if (file == null && !unit.isPartial()) {
            findings.addUnknown(
                    NameErrors.noFile(path, path.file(), unit), path.file().text());
        } else if (file != null && !(file instanceof Entry.Lost)) {
            findings.add(NameErrors.wrongKind(path.file().span(), path.file().text(), file, "an imported file"));
        }
        return null;
    }

    private @Nullable Entry shared(Path path, Unit other) {
        Entry entry = other.shared(path.name().text());
        if (entry == null && !other.isPartial()) {
            findings.add(NameErrors.notThere(path.name().span(), path.name().text(), other));
        } else if (entry != null) {
            used.add(entry);
        }
        return entry;
    }

    private static String bare(String wanted) {
        return wanted.substring(wanted.indexOf(' ') + 1);
    }

    private static Code code(Class<? extends Entry> kind) {
        if (kind == Entry.OfType.class) {
            return Code.P211;
        } else if (kind == Entry.OfRole.class) {
            return Code.P207;
        }
        return Code.P209;
    }
}
