package dev.cuecard.cli.check;

import dev.cuecard.check.Trusted;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.data.JsonText;

/** How {@code check} tells what it found; the names are what a user types. */
enum CheckFormat {
    /** Excerpts with carets, for the person. */
    human {
        @Override
        void print(CheckReport report, Console console) {
            console.report(report.findings());
            if (report.findings().isEmpty()) {
                String files = report.files() == 1 ? "1 file" : report.files() + " files";
                console.err().println(files + " checked, nothing found");
            }
            if (!report.trusted().isEmpty()) {
                console.err().println("untrusted text is vouched for:");
            }
            for (Trusted place : report.trusted()) {
                console.err().println("  " + place.span() + " " + Notices.quoted(place.reason()));
            }
        }
    },
    /** All fields of the findings, in a form of our own. */
    json {
        @Override
        void print(CheckReport report, Console console) {
            console.out().println(JsonText.pretty(CheckJson.of(report), 2));
        }
    },
    /** SARIF 2.1.0, for tools that collect findings. */
    sarif {
        @Override
        void print(CheckReport report, Console console) {
            console.out().println(JsonText.pretty(Sarif.of(report), 2));
        }
    },
    /** The commands by which a job on GitHub marks lines. */
    github {
        @Override
        void print(CheckReport report, Console console) {
            report.findings().forEach(finding -> console.out().println(GithubCommand.of(finding)));
        }
    };

    abstract void print(CheckReport report, Console console);
}
