package dev.cuecard.sim.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text that reads like what a field of some name could hold. */
final class Words {

    private static final List<String> SENTENCES = List.of(
            "The main point is stated plainly.",
            "A short answer is enough here.",
            "The second half could be clearer.",
            "Everything needed is in the text.",
            "The tone is friendly and direct.",
            "Two details deserve a closer look.",
            "It works as described.",
            "The example shows it best.",
            "Nothing else stands out.",
            "One step is missing near the end.",
            "The figures agree with each other.",
            "A quiet evening by the river.",
            "The train left on time.",
            "Fresh bread and a pot of tea.",
            "The garden looks its best in May.",
            "Please bring the blue folder.");

    private static final List<String> PHRASES = List.of(
            "a clear statement",
            "the friendly tone",
            "a missing detail",
            "the second paragraph",
            "an open question",
            "the agreed date",
            "a small correction",
            "the next step",
            "a quick summary",
            "the original text");

    private static final List<String> PEOPLE =
            List.of("Ada Lovelace", "Alan Turing", "Grace Hopper", "Edsger Dijkstra", "Barbara Liskov", "Tony Hoare");

    private static final List<String> KEYS =
            List.of("red", "green", "blue", "amber", "violet", "silver", "olive", "coral", "ivory", "teal");

    private static final List<String> CODE =
            List.of("print(\"Hello!\")", "for item in items:\n    print(item)", "assert add(2, 3) == 5");

    private static final List<String> HEADINGS =
            List.of("The first steps", "What comes next", "A closer look", "In short");

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("name", PEOPLE),
            Map.entry("author", PEOPLE),
            Map.entry("person", PEOPLE),
            Map.entry("customer", PEOPLE),
            Map.entry("city", List.of("Lisbon", "Kyoto", "Utrecht", "Oslo", "Nairobi", "Quito")),
            Map.entry("country", List.of("Portugal", "Japan", "Norway", "Kenya", "Ecuador", "Canada")),
            Map.entry("language", List.of("English", "Portuguese", "Japanese", "Dutch", "Swahili")),
            Map.entry("currency", List.of("EUR", "USD", "JPY", "GBP")),
            Map.entry("color", KEYS),
            Map.entry("colour", KEYS),
            Map.entry("street", List.of("12 Mill Lane", "4 Harbour Road", "77 Station Street")),
            Map.entry("address", List.of("12 Mill Lane, Utrecht", "4 Harbour Road, Oslo")),
            Map.entry("phone", List.of("+31 20 555 0134", "+47 22 55 01 71")),
            Map.entry("email", List.of("ada@example.com", "grace@example.org")),
            Map.entry("url", List.of("https://example.com/report", "https://example.org/notes")),
            Map.entry("id", List.of("a-1042", "b-2077", "c-3391")),
            Map.entry("title", List.of("A Walk by the River", "Notes on a Quiet Week", "The Blue Folder")),
            Map.entry("subject", List.of("Your order", "A question about the invoice", "Meeting on Thursday")),
            Map.entry("category", List.of("billing", "delivery", "account", "feedback")),
            Map.entry("topic", List.of("gardens", "trains", "baking", "weather")),
            Map.entry("tag", List.of("new", "urgent", "draft", "reviewed")),
            Map.entry("status", List.of("open", "waiting", "done")),
            Map.entry("unit", List.of("kg", "litre", "metre")),
            Map.entry("code", CODE),
            Map.entry("test", CODE),
            Map.entry("heading", HEADINGS),
            Map.entry("chapter", HEADINGS),
            Map.entry("question", List.of("What comes first?", "Which part is missing?", "Why does it work?")),
            Map.entry("answer", List.of("The second part.", "It depends on the order.", "Yes, as the text says.")),
            Map.entry("option", PHRASES),
            Map.entry("point", PHRASES),
            Map.entry("example", List.of("Two loaves for the price of one.", "From Oslo to Utrecht by train.")),
            Map.entry("body", List.of("Thank you for your message. The blue folder is on its way.\n\nKind regards")),
            Map.entry("message", List.of("Hello! How can I help?", "All is well.", "Thank you for asking.")),
            Map.entry("greeting", List.of("Hello!", "Good morning!", "Welcome back!")),
            Map.entry("quote", List.of("works as described", "better than I expected", "arrived a day early")),
            Map.entry("reason", PHRASES),
            Map.entry("word", List.of("river", "folder", "bread", "garden")),
            Map.entry("product", List.of("a blue folder", "the travel kettle", "a garden lamp")),
            Map.entry("company", List.of("Harbour & Sons", "Mill Lane Bakery", "Blue Folder Ltd")));

    private Words() {}

    /** A text for a field of that name, or of none. */
    static String text(@Nullable String field, Dice dice) {
        if (field != null) {
            List<String> known = BY_NAME.get(lastWord(field));
            if (known != null) {
                return dice.pick(known);
            }
        }
        return dice.pick(SENTENCES);
    }

    /** A key of a map. */
    static String key(Dice dice) {
        return dice.pick(KEYS);
    }

    /** A reply of a sentence or some. */
    static String reply(Dice dice) {
        String first = dice.pick(SENTENCES);
        String second = dice.pick(SENTENCES);
        String opening = dice.pick(List.of("Hello! ", "Certainly. ", "Of course. ", ""));
        return opening + (first.equals(second) || dice.chance(50) ? first : first + " " + second);
    }

    /** {@code first_name}, {@code firstName} and {@code names} all end in {@code name}. */
    static String lastWord(String field) {
        String words = field.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last.length() > 3 && last.endsWith("s") && !last.endsWith("ss") && !BY_NAME.containsKey(last)
                ? last.substring(0, last.length() - 1)
                : last;
    }

    /**
     * The text, made longer or cut until its length in code points fits; neither end of what was cut is a blank.
     *
     * @param max at least {@code min}
     */
    static String fit(String text, int min, int max, Dice dice) {
        StringBuilder out = new StringBuilder(text);
        while (out.codePointCount(0, out.length()) < min) {
            out.append(out.isEmpty() ? "" : " ").append(dice.pick(SENTENCES));
        }
        int length = out.codePointCount(0, out.length());
        if (length <= max) {
            return out.toString();
        }
        int end = out.offsetByCodePoints(0, max);
        int least = out.offsetByCodePoints(0, min);
        int blank = out.lastIndexOf(" ", end);
        if (blank >= least && blank > 0) {
            return out.substring(0, blank);
        }
        String cut = out.substring(0, end);
        return cut.endsWith(" ") ? cut.substring(0, cut.length() - 1) + "." : cut;
    }
}
