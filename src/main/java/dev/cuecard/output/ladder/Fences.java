package dev.cuecard.output.ladder;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.repair.Signs;
import java.util.ArrayList;
import java.util.List;

/** The code fences of a reply. */
final class Fences {

    static final String MARK = "```";

    /** A reply of more fences than this is no reply in a fence. */
    private static final int MOST = 50;

    private Fences() {}

    /**
     * Where the text in each begins, after the word that names its language: of every run of back-quotes, since which
     * of them opens and which closes is told by what follows. Those inside JSON are left out: they stand in its strings.
     */
    static List<Integer> contents(Source reply, int from) {
        String text = reply.text();
        List<Integer> contents = new ArrayList<>();
        int covered = from;
        int bracket = bracket(text, from);
        int at = text.indexOf(MARK, from);
        for (int fence = 0; at >= 0 && fence < MOST; fence++) {
            while (bracket >= 0 && bracket < at) {
                boolean meant = bracket >= covered && Signs.isMeant(reply, bracket);
                covered = meant ? Scan.balanced(text, bracket) : covered;
                bracket = bracket(text, Math.max(covered, bracket + 1));
            }
            int end = Scan.run(text, at, '`');
            int start = Scan.blanks(text, label(text, end));
            if (at >= covered && start < text.length()) {
                contents.add(start);
                covered = isObject(reply, start) ? Math.max(covered, Scan.balanced(text, start)) : covered;
            }
            at = text.indexOf(MARK, Math.max(end, start));
        }
        return contents;
    }

    private static boolean isObject(Source reply, int start) {
        return "{[".indexOf(reply.text().charAt(start)) >= 0 && Signs.isMeant(reply, start);
    }

    private static int bracket(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '{' || text.charAt(at) == '[') {
                return at;
            }
        }
        return -1;
    }

    private static int label(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
