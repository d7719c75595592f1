package dev.cuecard.check.names;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Findings;
import dev.cuecard.check.files.FileErrors;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Declaration.Import.Taken;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files that a file imports, and those that they import, each once, and joins their names. */
public final class Imports {

    /** The most files that one prompt may take, its own aside, if nothing else is said. */
    public static final int MAX_FILES = CheckOptions.IMPORTS;
    /** The longest chain of files that import each other, if nothing else is said. */
    public static final int MAX_DEPTH = CheckOptions.IMPORT_DEPTH;

    /** A chain of more lines than this is cut to the nearest. */
    private static final int LONG = 7;

    private static final int NEAREST = 5;

    private final FileSource files;
    private final Findings findings;
    private final int maxFiles;
    private final int maxDepth;
    private final Map<String, Unit> byKey = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> open = new ArrayList<>();
    private final Set<Unit> closed = new HashSet<>();
    private final Map<Source, Span> importedAt = new HashMap<>();

    /** Reads from there. */
    public Imports(FileSource files, Findings findings) {
        this(files, findings, MAX_FILES, MAX_DEPTH);
    }

    /** Reads from there, so many files in chains of so many. */
    public Imports(FileSource files, Findings findings, int maxFiles, int maxDepth) {
        this.maxFiles = maxFiles;
        this.maxDepth = maxDepth;
        this.files = files;
        this.findings = findings;
    }

    /** The file with the names of all it imports, however indirectly. */
    public Unit join(PromptFile main) {
        return join(new Unit(main, hasBroken(main)));
    }

    /** The imported files, in the order in which they were met. */
    public List<Unit> imported() {
        return List.copyOf(units);
    }

    /**
     * A finding with the lines that led to the file where it stands, that of the file first; of a long chain the nearest.
     * A file that several import was read for the first of them. A circle is told whole already.
     */
    public Diagnostic led(Diagnostic finding) {
        List<Span> chain = new ArrayList<>();
        boolean told = finding.code() == Code.P105;
        Span at = finding.primary() == null || told
                ? null
                : importedAt.get(finding.primary().span().source());
        while (at != null) {
            chain.add(at);
            at = importedAt.get(at.source());
        }
        Diagnostic led = finding;
        for (Span line : chain.size() > LONG ? chain.subList(0, NEAREST) : chain) {
            led = led.withPlace(line, "imported here");
        }
        return led;
    }

    private Unit join(Unit unit) {
        open.add(unit);
        Declaring names = new Declaring(unit, findings);
        for (Declaration declaration : unit.tree().declarations()) {
            if (declaration instanceof Declaration.Import wish) {
                join(wish, unit, names);
            }
        }
        names.all();
        names.misspelt();
        open.remove(unit);
        closed.add(unit);
        return unit;
    }

    private void join(Declaration.Import wish, Unit into, Declaring names) {
        Unit other = read(wish, into);
        if (wish.alias() != null) {
            names.add(wish.alias(), new Entry.OfFile(into, wish.alias(), other));
        }
        for (Taken taken : wish.names()) {
            Entry entry = other == null ? null : other.shared(taken.name().text());
            if (entry == null) {
                entry = new Entry.Lost(into, taken.here());
                if (other != null && !other.isPartial()) {
                    findings.add(NameErrors.notThere(
                            taken.name().span(), taken.name().text(), other));
                    meant(taken, other, into);
                }
            }
            names.add(taken.here(), entry);
        }
    }

    /** What was meant by a name that is misspelt may be used by its right name. */
    private static void meant(Taken taken, Unit other, Unit into) {
        String meant = Nearest.of(taken.name().text(), other.sharedNames());
        if (meant != null && into.find(meant) == null) {
            Name name = new Name(taken.name().span(), meant);
            into.add(name, new Entry.Lost(into, name));
        }
    }

    private @Nullable Unit read(Declaration.Import wish, Unit from) {
        if (!wish.path().isPlain()) {
            // Said when the file was read.
            return null;
        }
        Span at = wish.path().span();
        String path = PlainText.of(wish.path());
        FileReading reading = files.read(from.source(), path);
        if (!(reading instanceof FileReading.Found found)) {
            add(FileErrors.of(reading, at, path, true));
            return null;
        }
        Unit known = byKey.get(found.key());
        if (known == null) {
            return readNew(found, at, path);
        } else if (!closed.contains(known)) {
            findings.add(FileErrors.importCycle(at, circle(known)));
            return null;
        }
        return known;
    }

    private List<Source> circle(Unit from) {
        return open.subList(open.indexOf(from), open.size()).stream()
                .map(Unit::source)
                .toList();
    }

    private @Nullable Unit readNew(FileReading.Found found, Span at, String path) {
        String text = found.text();
        if (text == null) {
            findings.add(FileErrors.notUtf8(at, path, found.name()));
            return null;
        } else if (isMain(found.name())) {
            findings.add(FileErrors.importCycle(at, circle(open.get(0))));
            return null;
        } else if (units.size() >= maxFiles) {
            findings.add(FileErrors.tooManyImports(at, maxFiles + (maxFiles == 1 ? " file" : " files")));
            return null;
        } else if (open.size() > maxDepth) {
            findings.add(
                    FileErrors.tooManyImports(at, "a chain of " + maxDepth + (maxDepth == 1 ? " file" : " files")));
            return null;
        }
        Source source = new Source(found.name(), text);
        importedAt.put(source, at);
        Parsed parsed = PromptParser.parse(source);
        findings.addAll(parsed.findings());
        Unit unit = new Unit(parsed.file(), hasBroken(parsed.file()) || Diagnostic.stops(parsed.findings()));
        byKey.put(found.key(), unit);
        units.add(unit);
        return join(unit);
    }

    /** The main file has no key, since the host has read it: it is known by its name. */
    private boolean isMain(String name) {
        return open.get(0).source().name().equals(name);
    }

    private void add(@Nullable Diagnostic finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static boolean hasBroken(PromptFile file) {
        return file.declarations().stream().anyMatch(Declaration.Broken.class::isInstance);
    }
}
