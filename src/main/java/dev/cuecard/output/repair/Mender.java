package dev.cuecard.output.repair;

import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/**
 * Reads a part of a reply that is JSON but for its marks. It goes through the text once, from mark to mark, and writes
 * the JSON that is meant; that is then read as any JSON is, so that nothing gets by which the strict reader refuses.
 * Marks come and go; no word and no digit does. Where two texts could be meant it stops. Of one use only.
 *
 * <p>No library does this: those that repair JSON guess, and none tells the places.
 */
public final class Mender {

    /** What may stand next. */
    private enum Next {
        VALUE,
        FIRST_NAME,
        NAME,
        COLON,
        FIRST_ITEM,
        ITEM,
        MORE
    }

    private final Source source;
    private final String text;
    private final Look look;
    private final Steps steps;
    private final StringMender strings;
    private final WordMender words;
    private final boolean fenced;
    private final boolean finished;
    private final Brackets open = new Brackets();

    private int at;

    /** The end of the last value, and whether it is a number, which may go on where the text stops. */
    private int valueEnd;

    private int valueStart;
    private boolean number;

    /**
     * @param reply the text of the reply
     * @param fenced whether a run of back-quotes ends it
     * @param finished whether the model said that there is no more to come
     */
    public Mender(Source reply, boolean fenced, boolean finished) {
        this.source = reply;
        this.text = reply.text();
        this.look = new Look(reply, fenced);
        this.steps = new Steps(reply);
        this.strings = new StringMender(look, steps);
        this.words = new WordMender(look, steps);
        this.fenced = fenced;
        this.finished = finished;
    }

    /** Mends what begins at an offset: a bracket, or the first of some members. */
    public Mending mend(int from) {
        at = from;
        try {
            Next next = Next.VALUE;
            boolean members = !Look.isOpener(look.peek(from));
            if (members) {
                steps.put(Mend.Kind.MISSING_BRACES, "braces added around the members", "{", from, from);
                open.push(-1, false);
                next = Next.FIRST_NAME;
            }
            while (open.depth() > 0 || next == Next.VALUE) {
                next = step(next);
            }
            rest();
            steps.check();
        } catch (Unclear unclear) {
            return new Mending.Stuck(unclear.malformed());
        }
        return read(from);
    }

    private Mending read(int from) {
        Patch patch = steps.patch();
        JsonReading reading = JsonText.parse(patch.text());
        if (reading instanceof JsonReading.Malformed malformed) {
            List<Label> related = malformed.related().stream()
                    .map(label -> new Label(patch.origin(label.span()), label.text()))
                    .toList();
            return new Mending.Stuck(new JsonReading.Malformed(
                    patch.origin(malformed.at()), malformed.problem(), related, malformed.unfinished()));
        }
        Span place = source.span(from, Math.max(from, at));
        return new Mending.Done(
                ((JsonReading.Parsed) reading).document(), patch::origin, place, List.copyOf(steps.mends()));
    }

    private Next step(Next next) throws Unclear {
        blanks();
        int c = look.peek(at);
        if (c == Look.END) {
            return end(next);
        } else if (look.dots(at) > at) {
            throw look.expected("a value", at);
        }
        return switch (next) {
            case VALUE, ITEM, FIRST_ITEM -> value(next, c);
            case NAME, FIRST_NAME -> name(next, c);
            case COLON -> colon(c);
            case MORE -> more(c);
        };
    }

    /** Skips blanks and comments. */
    private void blanks() throws Unclear {
        while (true) {
            int from = at;
            at = look.blanks(at);
            for (int i = from; i < at; i++) {
                if (Look.isOddBlank(text.charAt(i))) {
                    steps.copy(from, i);
                    steps.put(Mend.Kind.ODD_BLANK, "a blank that is not one of JSON left out", "", i, i + 1);
                    from = i + 1;
                }
            }
            steps.copy(from, at);
            if (look.ends(at) || !look.isComment(at)) {
                return;
            }
            int end = look.commentEnd(at, Integer.MAX_VALUE);
            if (end < 0) {
                throw look.unclear(at, at + (text.charAt(at) == '#' ? 1 : 2), "this comment has no end");
            }
            String comment = text.substring(at, end);
            int dots = Math.max(comment.indexOf("..."), comment.indexOf('\u2026'));
            if (dots >= 0) {
                throw look.expected("a value", at + dots);
            }
            steps.put(Mend.Kind.COMMENT, "a comment left out", "", at, end);
            at = end;
        }
    }

    private Next value(Next next, int c) throws Unclear {
        boolean list = next != Next.VALUE;
        if (next == Next.FIRST_ITEM && c == ',') {
            int following = look.skip(at + 1);
            if (look.peek(following) == ',' || Look.isCloser(look.peek(following))) {
                throw look.expected("a value", following);
            }
            return extraComma(next);
        } else if (list && Look.isCloser(c)) {
            return close(next, c);
        } else if (next == Next.VALUE && c == ':' && open.depth() > 0) {
            steps.put(Mend.Kind.EXTRA_COLON, "a colon too many left out", "", at, at + 1);
            at++;
            return next;
        } else if (Look.isOpener(c)) {
            steps.copy(at, at + 1);
            open.push(at++, c == '[');
            return c == '[' ? Next.FIRST_ITEM : Next.FIRST_NAME;
        }
        number = false;
        valueStart = at;
        if (Quotes.is(c)) {
            at = strings.value(at, list, open.depth());
        } else if ((c >= '0' && c <= '9') || c == '-' || c == '+') {
            at = words.number(at);
            number = true;
        } else if (Character.isLetter(c)) {
            // In a list of its own a text without quotes is rather prose.
            at = words.word(at, open.hasObject(), !list, open.depth());
        } else {
            throw look.expected(list && next == Next.FIRST_ITEM ? "a value or `]`" : "a value", at);
        }
        valueEnd = at;
        return Next.MORE;
    }

    private Next name(Next next, int c) throws Unclear {
        if (c == ',') {
            return extraComma(next);
        } else if (Look.isCloser(c)) {
            return close(next, c);
        } else if (Quotes.is(c)) {
            at = strings.name(at);
        } else if (Look.isWord(c)) {
            at = words.name(at);
        } else {
            throw look.expected("a name in double quotes", at);
        }
        return Next.COLON;
    }

    private Next colon(int c) throws Unclear {
        if (c == ':') {
            steps.copy(at, ++at);
        } else {
            steps.put(Mend.Kind.MISSING_COLON, "a colon added", ":", at, at);
        }
        return Next.VALUE;
    }

    private Next extraComma(Next next) {
        steps.put(Mend.Kind.EXTRA_COMMA, "a comma too many left out", "", at, at + 1);
        at++;
        return next;
    }

    private Next more(int c) throws Unclear {
        boolean list = open.inList();
        if (c == ',') {
            int following = look.peek(look.skip(at + 1));
            if (Look.isCloser(following)) {
                return extraComma(Next.MORE);
            } else if (following == ',' && list) {
                throw look.expected("a value", look.skip(at + 1));
            } else if (following == ',') {
                return extraComma(Next.MORE);
            }
            steps.copy(at, ++at);
            return list ? Next.ITEM : Next.NAME;
        } else if (Look.isCloser(c)) {
            return close(Next.MORE, c);
        } else if (list ? isItem(c) : look.isName(at)) {
            steps.put(Mend.Kind.MISSING_COMMA, "a comma added", ",", at, at);
            return list ? Next.ITEM : Next.NAME;
        }
        throw look.expected("`,` or `" + open.closer() + "`", at);
    }

    /** Whether what stands here is another item after one without a comma; numbers on one line may be one number. */
    private boolean isItem(int c) {
        if (Quotes.is(c) || Look.isOpener(c)) {
            return true;
        }
        boolean newLine = look.newLine(valueEnd, at);
        return newLine && (Look.isWord(c) || c == '-' || c == '+');
    }

    private Next close(Next next, int c) throws Unclear {
        boolean list = c == ']';
        if (open.inList() != list && next != Next.MORE) {
            // Who knows what was to stand here.
            throw look.expected(open.inList() ? "a value or `]`" : "a name in double quotes or `}`", at);
        } else if (!open.holds(list)) {
            steps.put(Mend.Kind.EXTRA_CLOSER, "a closing bracket too many left out", "", at, at + 1);
            at++;
            return next;
        }
        if (open.inList() != list && endsInBracket()) {
            throw look.expected("`" + open.closer() + "`", at);
        }
        while (open.inList() != list) {
            closer();
        }
        open.pop();
        steps.copy(at, ++at);
        valueEnd = at;
        valueStart = at;
        number = false;
        return Next.MORE;
    }

    private void closer() {
        String closer = String.valueOf(open.closer());
        if (open.place() < 0) {
            steps.put(closer, at, at);
        } else {
            steps.put(Mend.Kind.MISSING_CLOSER, "`" + closer + "` added", closer, at, at);
        }
        open.pop();
    }

    /** The end of the text, with brackets open: they are closed if nothing else is missing. */
    private Next end(Next next) throws Unclear {
        if (open.depth() == 0) {
            throw look.expected("a value", at);
        }
        boolean cut = number && valueEnd == at && look.endsText(at);
        if (next == Next.MORE && finished && !cut && !steps.isAdded() && !endsInBracket()) {
            while (open.depth() > 0) {
                closer();
            }
            return Next.MORE;
        } else if (open.place() < 0) {
            throw look.expected(next == Next.MORE ? "`,` or `}`" : "a value", at);
        }
        Label end = new Label(source.span(at, at), "the text ends here" + (cut ? ", perhaps within a number" : ""));
        throw new Unclear(
                source.span(open.place(), open.place() + 1),
                "this `" + text.charAt(open.place()) + "` is never closed",
                end);
    }

    /** Whether the last value is a string with a bracket in it, which may have been meant to close something. */
    private boolean endsInBracket() {
        boolean string = valueStart < valueEnd && Quotes.is(text.charAt(valueStart));
        for (int i = valueStart + 1; string && i < valueEnd - 1; i++) {
            if (Look.isCloser(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** What follows the value must not go on with it. */
    private void rest() throws Unclear {
        int next = look.blanks(at);
        while (Look.isCloser(look.peek(next))) {
            steps.note(Mend.Kind.EXTRA_CLOSER, "a closing bracket too many left out", next, next + 1);
            at = next + 1;
            next = look.blanks(at);
        }
        int c = look.peek(next);
        boolean sameLine = !look.newLine(at, next);
        if (c == ':'
                || Quotes.is(c)
                || look.isGlued(at)
                || look.closesEarly(next)
                || (sameLine && look.isName(next))
                || (c == ',' && isMore(look.skip(next + 1)))
                || (fenced && c != Look.END && !Look.isOpener(c) && !look.isComment(next))) {
            throw look.expected("the end of the JSON", next);
        }
    }

    private boolean isMore(int next) {
        int c = look.peek(next);
        return Quotes.is(c) || Look.isOpener(c) || Look.isCloser(c) || look.isName(next);
    }
}
