package dev.cuecard.testing.report;

/**
 * How texts stand in a workflow command of GitHub Actions.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class WorkflowCommand {

    private WorkflowCommand() {}

    /** Behind the second pair of colons. */
    public static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The value of a property, such as {@code title}. */
    public static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
