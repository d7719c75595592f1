package dev.cuecard.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of the style guide for messages that a program can see. */
final class MessageStyle {

    private static final Pattern HEAD = Pattern.compile("(?m)^(error|warning)\\[(P[0-9]{3})]: (.*)$");
    private static final Pattern CARETS = Pattern.compile("(?m)^ *\\| [ |-]*\\^+[-^ ]*(.*)$");
    private static final Pattern REMARK = Pattern.compile("(?m)^ *= (note|help): (.*(?:\n {6,}[^ |=].*)*)$");
    /** Of diagnostics, or of tests. */
    private static final Pattern COUNT = Pattern.compile(
            "([0-9]+ errors?)?(, )?([0-9]+ warnings?)?( in .+)?\n|(pass [^\n]+\n)*[0-9]+ tests?: [^\n]+\n",
            Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("`+[^`]*`+");

    /** Words of the tools that this is made of, and words that help nobody. */
    private static final List<Pattern> FORBIDDEN = patterns(
            // ANTLR, Jackson, Networknt, the JDK.
            "mismatched input",
            "no viable alternative",
            "extraneous",
            "token recognition",
            "missing '",
            "<EOF>",
            "\\bEOF\\b",
            "expecting \\{",
            "tools\\.jackson",
            "fasterxml",
            "networknt",
            "antlr",
            "org\\.",
            "java\\.",
            "javax\\.",
            "jdk\\.",
            "Exception",
            "Unexpected character",
            "Unrecognized token",
            "was expecting",
            "StackOverflow",
            "\\bat dev\\.",
            "\\bnull pointer",
            "dev\\.cuecard",
            "JsonNode",
            "BigDecimal",
            "\\bRFC\\b",
            "\\$\\.",
            "does not have a value in the enumeration",
            "required property '",
            // The style guide.
            "(?i)\\billegal\\b",
            "(?i)\\binvalid token",
            "(?i)\\bfailed to\\b",
            "(?i)\\boops\\b",
            "(?i)\\bplease\\b",
            "(?i)\\bsorry\\b",
            "\\b[Ww]e\\b",
            "\\b[Oo]ur\\b",
            "\\bI\\b",
            "(?i)\\bmust not\\b.*!",
            "(?i)\\byou (should|must|forgot|cannot)\\b",
            "(?i)\\bat line [0-9]");

    private MessageStyle() {}

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }

    /** What a text of diagnostics breaks, each with the words that break it. */
    static List<String> offences(String text) {
        List<String> offences = new ArrayList<>();
        int last = text.stripTrailing().lastIndexOf("\n\n");
        if (last < 0 || !COUNT.matcher(text.substring(last + 2)).matches()) {
            offences.add("the count does not come last");
        }
        List<Integer> starts = new ArrayList<>(
                HEAD.matcher(text).results().map(found -> found.start()).toList());
        starts.add(offences.isEmpty() ? last + 1 : text.length());
        for (int i = 0; i + 1 < starts.size(); i++) {
            one(text.substring(starts.get(i), starts.get(i + 1)), offences);
        }
        return offences;
    }

    private static void one(String text, List<String> offences) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            offences.add("no head: " + text);
            return;
        }
        phrase("message", head.group(3), offences);
        Matcher carets = CARETS.matcher(text);
        if (text.contains("--> ") && !text.contains("to here")) {
            if (!carets.find()) {
                offences.add("no carets: " + head.group());
            } else if (carets.group(1).isBlank() && !text.contains("|\n")) {
                offences.add("no label: " + head.group());
            } else if (!carets.group(1).isBlank()) {
                phrase("label", carets.group(1).strip(), offences);
            }
        }
        int helps = 0;
        Matcher remarks = REMARK.matcher(text);
        while (remarks.find()) {
            helps += remarks.group(1).equals("help") ? 1 : 0;
            phrase(remarks.group(1), remarks.group(2), offences);
        }
        if (helps > 1) {
            offences.add("two helps: " + head.group());
        }
    }

    private static void phrase(String what, String phrase, List<String> offences) {
        String bare = QUOTED.matcher(phrase).replaceAll("`x`");
        if (bare.endsWith(".") && !bare.endsWith("...")) {
            offences.add(what + " with a full stop: " + phrase);
        }
        if (bare.contains("!") && !what.equals("help")) {
            offences.add(what + " with an exclamation mark: " + phrase);
        }
        // Names of things, such as JSON or JavaScript, keep their capitals.
        if (bare.matches("[A-Z][a-z].*")
                && !bare.matches("(JavaScript|Jinja|Python|Markdown|Handlebars|TypeScript)\\b.*")) {
            offences.add(what + " with a capital: " + phrase);
        }
        if (what.equals("message") && bare.length() > 140) {
            offences.add("long message: " + phrase);
        }
        for (Pattern forbidden : FORBIDDEN) {
            if (forbidden.matcher(bare).find()) {
                offences.add(what + " says " + forbidden + ": " + phrase);
            }
        }
        Matcher quoted = QUOTED.matcher(phrase);
        while (quoted.find()) {
            if (quoted.group().codePointCount(0, quoted.group().length()) > 140 && !what.equals("help")) {
                offences.add(what + " with a long value: " + phrase);
            }
        }
    }
}
