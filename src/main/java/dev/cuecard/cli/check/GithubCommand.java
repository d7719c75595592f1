package dev.cuecard.cli.check;

import dev.cuecard.cli.console.Notices;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a workflow command of GitHub Actions, which marks the line in a pull request.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
final class GithubCommand {

    private GithubCommand() {}

    static String of(Diagnostic finding) {
        StringBuilder command =
                new StringBuilder("::").append(finding.severity().word()).append(' ');
        Span span = place(finding);
        if (span != null) {
            command.append("file=").append(property(span.source().name()));
            command.append(",line=").append(span.line());
            command.append(",endLine=").append(span.atEnd().line());
            if (span.line() == span.atEnd().line()) {
                // Columns are taken within one line only.
                command.append(",col=").append(span.column());
                command.append(",endColumn=").append(span.atEnd().column());
            }
            command.append(',');
        }
        String title = finding.code() + ": " + finding.message();
        return command.append("title=")
                .append(property(title))
                .append("::")
                .append(data(Notices.plain(finding)))
                .toString();
    }

    /** Of what is wrong in a reply, which is no file of the repository, the line of the prompt that asks for something else. */
    private static @Nullable Span place(Diagnostic finding) {
        if (finding.primary() == null) {
            return null;
        }
        Span span = finding.primary().span();
        return isReply(span)
                ? finding.secondary().stream()
                        .map(Label::span)
                        .filter(other -> !isReply(other))
                        .findFirst()
                        .orElse(span)
                : span;
    }

    private static boolean isReply(Span span) {
        return span.source().name().startsWith("reply ");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
