package dev.cuecard.cli.check;

import dev.cuecard.cli.console.Notices;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.testing.report.WorkflowCommand;
import org.jspecify.annotations.Nullable;

/** A finding as a workflow command of GitHub Actions, which marks the line in a pull request. */
final class GithubCommand {

    private GithubCommand() {}

    static String of(Diagnostic finding) {
        StringBuilder command =
                new StringBuilder("::").append(finding.severity().word()).append(' ');
        Span span = place(finding);
        if (span != null) {
            command.append("file=")
                    .append(WorkflowCommand.property(span.source().name()));
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
                .append(WorkflowCommand.property(title))
                .append("::")
                .append(WorkflowCommand.message(Notices.plain(finding)))
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
}
