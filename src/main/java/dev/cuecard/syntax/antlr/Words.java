package dev.cuecard.syntax.antlr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of words. */
public final class Words {

    private static final Map<String, Integer> BEGINNING = new HashMap<>();
    private static final Map<String, Integer> EVERYWHERE = new HashMap<>();

    static {
        BEGINNING.put("prompt", CuecardLexer.PROMPT);
        BEGINNING.put("import", CuecardLexer.IMPORT);
        BEGINNING.put("model", CuecardLexer.MODEL);
        BEGINNING.put("role", CuecardLexer.ROLE);
        BEGINNING.put("type", CuecardLexer.TYPE);
        BEGINNING.put("var", CuecardLexer.VAR);
        BEGINNING.put("let", CuecardLexer.LET);
        BEGINNING.put("template", CuecardLexer.TEMPLATE);
        BEGINNING.put("tool", CuecardLexer.TOOL);
        BEGINNING.put("tools", CuecardLexer.TOOLS);
        BEGINNING.put("output", CuecardLexer.OUTPUT);
        BEGINNING.put("ensure", CuecardLexer.ENSURE);
        BEGINNING.put("test", CuecardLexer.TEST);
        BEGINNING.put("system", CuecardLexer.SPEAKER);
        BEGINNING.put("developer", CuecardLexer.SPEAKER);
        BEGINNING.put("user", CuecardLexer.SPEAKER);
        BEGINNING.put("assistant", CuecardLexer.SPEAKER);
        BEGINNING.put("history", CuecardLexer.HISTORY);
        BEGINNING.put("if", CuecardLexer.IF);
        BEGINNING.put("for", CuecardLexer.FOR);
        BEGINNING.put("stub", CuecardLexer.STUB);
        BEGINNING.put("reply", CuecardLexer.REPLY);
        BEGINNING.put("refusal", CuecardLexer.REFUSAL);
        BEGINNING.put("recover", CuecardLexer.RECOVER);
        BEGINNING.put("expect", CuecardLexer.EXPECT);

        EVERYWHERE.put("true", CuecardLexer.TRUE);
        EVERYWHERE.put("false", CuecardLexer.FALSE);
        EVERYWHERE.put("null", CuecardLexer.NULL);
        EVERYWHERE.put("and", CuecardLexer.AND);
        EVERYWHERE.put("or", CuecardLexer.OR);
        EVERYWHERE.put("not", CuecardLexer.NOT);
        EVERYWHERE.put("in", CuecardLexer.IN);
        EVERYWHERE.put("if", CuecardLexer.IF);
        EVERYWHERE.put("else", CuecardLexer.ELSE);
        EVERYWHERE.put("for", CuecardLexer.FOR);
        EVERYWHERE.put("end", CuecardLexer.END);
        EVERYWHERE.put("from", CuecardLexer.FROM);
        EVERYWHERE.put("as", CuecardLexer.AS);
        EVERYWHERE.put("untrusted", CuecardLexer.UNTRUSTED);
        EVERYWHERE.put("reask", CuecardLexer.REASK);
        EVERYWHERE.put("repeat", CuecardLexer.REPEAT);
        EVERYWHERE.put("pass", CuecardLexer.PASS);
        EVERYWHERE.put("rate", CuecardLexer.RATE);
        EVERYWHERE.put("finish", CuecardLexer.FINISH);
    }

    /** The words that begin a declaration, in the order of the language's table. */
    public static final List<String> DECLARATIONS = List.of(
            "prompt",
            "import",
            "model",
            "role",
            "type",
            "var",
            "let",
            "template",
            "tool",
            "tools",
            "output",
            "ensure",
            "test");

    /**
     * The words that can stand on the line of a statement after the word that begins it.
     *
     * @param statement the type of the token that begins it
     * @param here whether they can stand where the line is wrong, and not only before that
     */
    public static List<String> following(int statement, boolean here) {
        return switch (statement) {
            case CuecardLexer.IF -> List.of("else");
            case CuecardLexer.OUTPUT -> here ? List.of("reask") : List.of("reask", "untrusted");
            case CuecardLexer.TEST -> List.of("repeat", "pass", "rate", "for", "in");
            case CuecardLexer.REPLY -> List.of("finish");
            case CuecardLexer.IMPORT -> List.of("from", "as");
            case CuecardLexer.FOR -> List.of("in");
            case CuecardLexer.VAR, CuecardLexer.TEMPLATE, CuecardLexer.TOOL -> List.of("untrusted");
            default -> List.of();
        };
    }

    /** The names of what a condition of a test speaks of. */
    public static final Set<String> OF_EXPECT =
            Set.of("output", "outcome", "reply", "errors", "recoveries", "finish_reason", "usage", "messages");

    /** The words that begin a statement. */
    public static final List<String> STATEMENTS =
            List.of("system", "developer", "user", "assistant", "history", "if", "for");

    /** The words that begin a line of a test. */
    public static final List<String> TEST_LINES = List.of("stub", "reply", "refusal", "recover", "expect");

    /** The roles that every file knows. */
    public static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");

    /** The words that name no variable, parameter, template, type or role. */
    public static final Set<String> RESERVED =
            Set.of("true", "false", "null", "and", "or", "not", "in", "if", "else", "for", "end");

    /** The words that name no variable, beside the reserved ones. */
    public static final Set<String> NO_VARIABLES = Set.of("output", "reply", "history", "loop", "outcome");

    private static final Set<String> BETWEEN_OPERANDS = Set.of("if", "in", "and", "or", "else");

    private Words() {}

    /** Whether a declaration, a statement or a line of a test begins with a word. */
    public static boolean beginsLine(String word) {
        return BEGINNING.containsKey(word);
    }

    /** Whether no type and no role may be named so. */
    public static boolean isKeyword(String word) {
        return BEGINNING.containsKey(word) || EVERYWHERE.containsKey(word);
    }

    /** The type of the token that the word is at the beginning of a statement, or 0 when it begins none. */
    static int beginning(String word) {
        return BEGINNING.getOrDefault(word, 0);
    }

    /** The type of the token that the word is wherever it stands. */
    static int everywhere(String word) {
        return EVERYWHERE.getOrDefault(word, CuecardLexer.NAME);
    }

    /** Whether a word that follows a name goes on with the same expression. */
    static boolean standsBetweenOperands(String word) {
        return BETWEEN_OPERANDS.contains(word);
    }

    /** Whether the token begins what stands at the top of a file and nowhere else. */
    static boolean beginsDeclaration(int type) {
        return type >= CuecardLexer.PROMPT && type <= CuecardLexer.TEST;
    }
}
