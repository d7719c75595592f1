package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.StopAtFirst;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.build.DeclarationBuilder;
import dev.cuecard.syntax.build.Docs;
import dev.cuecard.syntax.build.Reading;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Text to tree. A file without mistakes is read once and fast; only when that fails it is read again, declaration by
 * declaration, to say what is wrong.
 */
public final class PromptParser {

    private static final Pattern ACCEPT = Pattern.compile("//\\s*accept\\s+([Pp]\\d+)\\s*(?::\\s*(.*?))?\\s*");

    private PromptParser() {}

    /** Reads a file. Always gives a tree; never throws for what the text is. */
    public static Parsed parse(Source source) {
        Diagnostic foreign = ForeignFile.recognize(source);
        if (foreign != null) {
            return new Parsed(Recovery.broken(source), List.of(foreign));
        }
        Parsed clean = parseClean(source);
        return clean != null ? clean : Recovery.parse(source);
    }

    /** The file if its text fits the grammar, else null. */
    private static @Nullable Parsed parseClean(Source source) {
        try {
            CuecardLexer lexer = new CuecardLexer(new Utf16Stream(source.name(), source.text()));
            TokenArray tokens = lexer.scan(
                    (fault, start, end, until) -> {
                        throw new ParseCancellationException();
                    },
                    false);
            CuecardParser parser = parser(tokens);
            CuecardParser.FileContext file = parser.file();
            Reading reading = new Reading(source, tokens, Docs.of(lexer.comments(), tokens));
            DeclarationBuilder builder = new DeclarationBuilder(reading);
            List<Declaration> declarations = new ArrayList<>(file.declaration().size());
            file.declaration().forEach(declaration -> declarations.add(builder.declaration(declaration)));
            return parsed(reading, lexer.comments(), declarations);
        } catch (ParseCancellationException notClean) {
            return null;
        }
    }

    /** A parser that stops at the first mistake, for those within this layer who need the tokens too. */
    public static CuecardParser parser(TokenArray tokens) {
        CuecardParser parser = new CuecardParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new StopAtFirst());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }

    static Parsed parsed(Reading reading, List<Comment> comments, List<Declaration> declarations) {
        Source source = reading.source();
        for (Span doc : reading.docs().unclaimed(source)) {
            reading.report(SyntaxErrors.docOfNothing(doc));
        }
        reading.findings().sort(Diagnostic.BY_PLACE);
        Span whole = source.span(0, source.text().length());
        return new Parsed(new PromptFile(whole, declarations, accepts(source, comments)), reading.findings());
    }

    private static List<PromptFile.Accept> accepts(Source source, List<Comment> comments) {
        List<PromptFile.Accept> accepts = new ArrayList<>();
        for (Comment comment : comments) {
            if (comment.kind() != Comment.Kind.LINE) {
                continue;
            }
            Span span = source.span(comment.start(), comment.end());
            Matcher matcher = ACCEPT.matcher(span.text());
            if (matcher.matches()) {
                Span code = source.span(comment.start() + matcher.start(1), comment.start() + matcher.end(1));
                String reason = matcher.group(2);
                accepts.add(new PromptFile.Accept(span, new Name(code, code.text()), reason == null ? "" : reason));
            }
        }
        return accepts;
    }
}
