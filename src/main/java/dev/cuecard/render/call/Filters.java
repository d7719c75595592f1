package dev.cuecard.render.call;

import dev.cuecard.data.Json;
import dev.cuecard.data.Regex;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Lines;
import dev.cuecard.render.value.Numbers;
import dev.cuecard.render.value.Pictures;
import dev.cuecard.render.value.Printer;
import dev.cuecard.render.value.Stop;
import dev.cuecard.render.value.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters and functions: those on texts and numbers here, those on lists and objects in {@link ListFilters}. */
public final class Filters {

    private Filters() {}

    /** What a call gives, or null when that is missing. */
    public static @Nullable Json call(Args args) {
        return switch (args.builtin()) {
            case JSON -> Json.of(Printer.json(args.value(0), args.whole(1, 0, 10, 0), args.meter(), args.span()));
            case UPPER -> Json.of(args.text(0).toUpperCase(Locale.ROOT));
            case LOWER -> Json.of(args.text(0).toLowerCase(Locale.ROOT));
            case TRIM -> Json.of(Texts.trim(args.text(0)));
            case REPLACE -> Json.of(replace(args));
            case SPLIT -> strings(args, Texts.split(args.text(0), args.text(1)));
            case LINES -> strings(args, Lines.of(args.text(0)));
            case TRUNCATE -> Json.of(Texts.truncate(args.text(0), args.whole(1, 0, Integer.MAX_VALUE, 0)));
            case INDENT -> Json.of(indent(args));
            case JOIN -> Json.of(join(args));
            case BULLETS -> Json.of(marked(args, false));
            case NUMBERED -> Json.of(marked(args, true));
            case ROUND -> Numbers.round(args.number(0), args.whole(1, -Numbers.DIGITS, Numbers.DIGITS, 0), args.span());
            case XML -> Json.of(xml(args));
            case MATCHES -> Json.of(matches(args));
            case FENCE -> Json.of(Texts.fence(args.text(0), args.text(1, "")));
            case TRUSTED -> args.value(0);
            case IMAGE -> image(args);
            case RANGE -> range(args);
            case LENGTH, FIRST, LAST, SORT, UNIQUE, REVERSE, KEYS, VALUES, MAP, WHERE -> ListFilters.call(args);
        };
    }

    private static Json strings(Args args, List<String> texts) {
        args.meter().spend(texts.size(), args.span());
        return Json.array(texts.stream().map(Json::of).toList());
    }

    private static String replace(Args args) {
        String text = args.text(0);
        String part = args.text(1);
        String other = args.text(2);
        if (part.isEmpty()) {
            throw new Stop(EvalErrors.argument(args.at(1), "`replace`", "a text to look for", "an empty one"));
        }
        long growth = Texts.count(text, part) * ((long) other.length() - part.length());
        args.meter().text(text.length() + growth, args.span());
        return text.replace(part, other);
    }

    private static String indent(Args args) {
        String text = args.text(0);
        int blanks = args.whole(1, 0, Integer.MAX_VALUE, 0);
        args.meter().text(text.length() + Lines.count(text) * blanks, args.span());
        return Lines.indent(text, " ".repeat(blanks));
    }

    private static String join(Args args) {
        List<Json> items = args.list(0);
        String separator = args.text(1, "");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String item = (i == 0 ? "" : separator) + Printer.text(items.get(i), args.meter(), args.span());
            args.meter().grow(out.length(), item.length(), args.span());
            out.append(item);
        }
        return out.toString();
    }

    private static String marked(Args args, boolean numbered) {
        List<Json> items = args.list(0);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            String mark = numbered ? (i + 1) + ". " : "- ";
            String text = Printer.text(items.get(i), args.meter(), args.span());
            args.meter().text(text.length() + Lines.count(text) * mark.length(), args.span());
            String hung = (i == 0 ? "" : "\n") + mark + Lines.hang(text, " ".repeat(mark.length()));
            args.meter().grow(out.length(), hung.length(), args.span());
            out.append(hung);
        }
        return out.toString();
    }

    private static String xml(Args args) {
        String text = args.text(0);
        args.meter().text(text.length() * 6L, args.span());
        return Texts.xml(text);
    }

    private static boolean matches(Args args) {
        String text = args.text(0);
        String pattern = args.text(1);
        try {
            args.meter().spend(text.length() >> 3, args.span());
            return Regex.of(pattern).finds(text);
        } catch (Regex.Broken e) {
            throw new Stop(EvalErrors.argument(args.at(1), "`matches`", "a regular expression", "a text that is none"));
        }
    }

    private static Json image(Args args) {
        String url = args.text(0);
        if (!Pictures.canBeSent(url)) {
            throw new Stop(EvalErrors.noPicture(args.at(0), url));
        }
        return args.values().pictures().make(url, args.value(1, Json.nil()));
    }

    private static Json range(Args args) {
        BigDecimal from = args.number(0);
        BigDecimal to = args.number(1);
        whole(args, 0, from);
        whole(args, 1, to);
        BigDecimal length = to.subtract(from);
        int most = args.meter().mostItems();
        if (length.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Stop(EvalErrors.rangeTooLong(args.span(), length.toBigInteger(), most));
        }
        args.meter().spend(length.signum() < 0 ? 0 : length.intValue(), args.span());
        List<Json> items = new ArrayList<>();
        for (BigDecimal item = from; item.compareTo(to) < 0; item = item.add(BigDecimal.ONE)) {
            items.add(Json.of(item));
        }
        return Json.array(items);
    }

    private static void whole(Args args, int index, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            throw new Stop(EvalErrors.argument(args.at(index), "`range`", "whole numbers", Numbers.text(value)));
        }
    }
}
