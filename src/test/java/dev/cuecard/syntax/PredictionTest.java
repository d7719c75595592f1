package dev.cuecard.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar is unambiguous, and the fast prediction reads what the full one reads. */
class PredictionTest {

    static Stream<Path> goldens() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/golden/parse"))) {
            return files.filter(file -> file.toString().endsWith(".prompt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bothPredictionsReadTheSame(Path file) throws Exception {
        String text = Files.readString(file);
        List<String> ambiguous = new ArrayList<>();
        String full = tree(text, PredictionMode.LL_EXACT_AMBIG_DETECTION, ambiguous);
        assertThat(tree(text, PredictionMode.SLL, new ArrayList<>())).isEqualTo(full);
        assertThat(ambiguous).isEmpty();
    }

    private static String tree(String text, PredictionMode mode, List<String> ambiguous) {
        TokenArray tokens = new CuecardLexer(new Utf16Stream("test", text))
                .scan(
                        (fault, start, end, until) -> {
                            throw new AssertionError(fault + " at " + start);
                        },
                        false);
        CuecardParser parser = PromptParser.parser(tokens);
        parser.getInterpreter().setPredictionMode(mode);
        parser.addErrorListener(new DiagnosticErrorListener(true) {
            @Override
            public void reportAmbiguity(
                    Parser recognizer,
                    DFA dfa,
                    int startIndex,
                    int stopIndex,
                    boolean exact,
                    BitSet ambigAlts,
                    ATNConfigSet configs) {
                ambiguous.add(getDecisionDescription(recognizer, dfa) + ": " + tokens.get(startIndex) + " to "
                        + tokens.get(stopIndex));
            }

            @Override
            public void reportAttemptingFullContext(
                    Parser recognizer,
                    DFA dfa,
                    int startIndex,
                    int stopIndex,
                    BitSet conflictingAlts,
                    ATNConfigSet configs) {}

            @Override
            public void reportContextSensitivity(
                    Parser recognizer, DFA dfa, int startIndex, int stopIndex, int prediction, ATNConfigSet configs) {}
        });
        return parser.file().toStringTree(parser);
    }
}
