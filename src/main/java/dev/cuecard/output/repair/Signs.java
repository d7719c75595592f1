package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;

/** What the marks at a place of a reply tell: whether JSON begins there, and whether it goes on. */
public final class Signs {

    private Signs() {}

    /** Whether members stand here without a brace before them. */
    public static boolean isMember(Source reply, int at) {
        return new Look(reply, false).isQuotedName(at);
    }

    /** Whether a bracket here is one of JSON rather than of prose: a name, a quote or another bracket follows. */
    public static boolean isMeant(Source reply, int bracket) {
        Look look = new Look(reply, false);
        int next = look.blanks(bracket + 1);
        return Quotes.is(look.peek(next))
                || (reply.text().charAt(bracket) == '{' ? look.isName(next) : Look.isOpener(look.peek(next)));
    }

    /**
     * Whether the text after a value goes on with what holds the value: a closing bracket, a quote, a word without a
     * blank between, a comma and a name.
     */
    public static boolean goesOn(Source reply, Span value) {
        Look look = new Look(reply, false);
        int next = look.blanks(value.end());
        int c = look.peek(next);
        boolean quoted = value.start() > 0 && reply.text().charAt(value.start() - 1) == c;
        return (Quotes.is(c) && c != '`' && !quoted)
                || look.isGlued(value.end())
                || look.closesEarly(next)
                || (c == ',' && look.isQuotedName(look.blanks(next + 1)));
    }

    /** The quote of a name that stands, with a colon, before a value; or -1. */
    public static int nameBefore(Source reply, int start) {
        Look look = new Look(reply, false);
        int colon = look.ink(start) - 1;
        int quote = colon > 0 && reply.text().charAt(colon) == ':' ? look.ink(colon) - 1 : -1;
        return quote > 0 && Quotes.is(reply.text().charAt(quote)) ? quote : -1;
    }
}
