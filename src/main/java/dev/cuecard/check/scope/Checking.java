package dev.cuecard.check.scope;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.HostNames;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.Speakers;
import dev.cuecard.check.read.Files;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.types.TypeResolver;
import dev.cuecard.check.value.Typed;
import dev.cuecard.schema.Type;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all parts of one check share. Belongs to its thread. */
public final class Checking {

    private final Findings findings;
    private final FileSource files;
    private final boolean lints;
    private final HostNames host;
    private @Nullable Meanings meanings;
    private final Speakers speakers;
    private final IdentityHashMap<Expr, Type> types = new IdentityHashMap<>();
    private @Nullable Type output;
    private boolean anyOutput = true;

    /** A check that has found nothing yet; {@code lints} whether it looks for what is only worth fixing. */
    public Checking(Findings findings, FileSource files, boolean lints) {
        this(findings, files, lints, HostNames.NONE);
    }

    /** The same where the host adds to the language. */
    public Checking(Findings findings, FileSource files, boolean lints, HostNames host) {
        this.host = host;
        this.findings = findings;
        this.files = files;
        this.lints = lints;
        this.speakers = new Speakers(findings);
    }

    /** What has been found so far. */
    public Findings findings() {
        return findings;
    }

    /** Whether to look for what is no mistake, but worth fixing. */
    public boolean lints() {
        return lints;
    }

    /** What the host adds to the language. */
    public HostNames host() {
        return host;
    }

    /** Where the files come from. */
    public FileSource files() {
        return files;
    }

    /** Who speaks where a role is named. */
    public Speakers speakers() {
        return speakers;
    }

    /** What names mean. */
    public Meanings meanings() {
        return Objects.requireNonNull(meanings);
    }

    /** Says, once, what names mean. */
    public void meanings(Meanings those) {
        meanings = those;
    }

    /** What the types of a file mean. */
    public TypeResolver types(Lookup lookup) {
        return new TypeResolver(lookup, data(lookup), findings);
    }

    /** The data files that a file names. */
    public Files data(Lookup lookup) {
        return new Files(findings, files, lookup);
    }

    /** Notes the type of an expression. */
    public Typed note(Typed typed) {
        types.put(typed.expr(), typed.type());
        return typed;
    }

    /** The type of an expression that was checked here. */
    public Type typeOf(Expr expr) {
        return types.getOrDefault(expr, Given.UNKNOWN);
    }

    /** Says what {@code shape()} shows: the type of the reply as it travels, or null when there is none to show. */
    public void output(@Nullable Type shown) {
        output = shown;
        anyOutput = false;
    }

    /** What {@code shape()} shows, or null when there is none. */
    public @Nullable Type output() {
        return output;
    }

    /** Whether nothing is said of the output, as in a library: then {@code shape()} shows nothing yet. */
    public boolean anyOutput() {
        return anyOutput;
    }
}
