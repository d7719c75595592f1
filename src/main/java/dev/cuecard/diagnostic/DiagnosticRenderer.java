package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Diagnostics as a person reads them: what is wrong, where, the lines with carets under what is meant, facts and the way
 * on. Pure: the same diagnostics give the same text.
 */
public final class DiagnosticRenderer {

    private static final DiagnosticRenderer PLAIN = new DiagnosticRenderer(false);
    private static final DiagnosticRenderer COLOURED = new DiagnosticRenderer(true);

    private final boolean coloured;

    private DiagnosticRenderer(boolean coloured) {
        this.coloured = coloured;
    }

    /** Writes text alone. */
    public static DiagnosticRenderer plain() {
        return PLAIN;
    }

    /** Writes the same text with ANSI colours. */
    public static DiagnosticRenderer coloured() {
        return COLOURED;
    }

    /** One diagnostic; the text ends in a newline. */
    public String render(Diagnostic diagnostic) {
        List<Excerpt> excerpts = excerpts(diagnostic);
        Gutter gutter =
                new Gutter(excerpts.stream().mapToInt(Excerpt::lastLine).max().orElse(0), coloured);
        Paint severity = Paint.of(diagnostic.severity());
        StringBuilder out = new StringBuilder();
        String head = diagnostic.severity().word() + "[" + diagnostic.code() + "]";
        String message = ": " + Visible.text(diagnostic.message());
        out.append(paint(severity, head)).append(paint(Paint.STRONG, message)).append('\n');
        String arrow = diagnostic.primary() == null ? ":::" : "-->";
        for (Excerpt excerpt : excerpts) {
            if (excerpt != excerpts.get(0)) {
                gutter.blank(out);
                arrow = ":::";
            }
            gutter.place(out, arrow, excerpt.place());
            gutter.blank(out);
            excerpt.write(out, gutter, severity);
        }
        remarks(out, gutter, diagnostic, !excerpts.isEmpty());
        return out.toString();
    }

    /** Several diagnostics by their place, and how many there are; nothing for none. */
    public String render(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic :
                diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList()) {
            out.append(render(diagnostic)).append('\n');
        }
        return out.append(paint(Paint.STRONG, count(diagnostics))).append('\n').toString();
    }

    /** The line that counts them: {@code 2 errors, 1 warning in prompts/triage.prompt}. */
    public static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        if (warnings > 0) {
            parts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
        }
        Set<String> sources = new LinkedHashSet<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.primary() != null) {
                sources.add(diagnostic.primary().span().source().name());
            }
        }
        String where = switch (sources.size()) {
            case 0 -> "";
            case 1 -> " in " + Visible.text(sources.iterator().next());
            default -> " in " + sources.size() + " files";
        };
        return String.join(", ", parts) + where;
    }

    /** The primary's source first, the others in the order in which they are told. */
    private static List<Excerpt> excerpts(Diagnostic diagnostic) {
        List<Excerpt> excerpts = new ArrayList<>();
        if (diagnostic.primary() != null) {
            add(excerpts, diagnostic.primary(), true);
        }
        diagnostic.secondary().forEach(label -> add(excerpts, label, false));
        return excerpts;
    }

    private static void add(List<Excerpt> excerpts, Label label, boolean primary) {
        Predicate<Excerpt> same =
                excerpt -> excerpt.source().equals(label.span().source());
        Excerpt excerpt = excerpts.stream().filter(same).findFirst().orElse(null);
        if (excerpt == null) {
            excerpt = new Excerpt(label.span());
            excerpts.add(excerpt);
        }
        excerpt.add(label, primary);
    }

    private static void remarks(StringBuilder out, Gutter gutter, Diagnostic diagnostic, boolean below) {
        if (below && (!diagnostic.notes().isEmpty() || diagnostic.help() != null)) {
            gutter.blank(out);
        }
        diagnostic.notes().forEach(note -> gutter.remark(out, "note", note));
        if (diagnostic.help() != null) {
            gutter.remark(out, "help", diagnostic.help());
        }
    }

    private String paint(Paint paint, String text) {
        return coloured ? paint.on(text) : text;
    }
}
