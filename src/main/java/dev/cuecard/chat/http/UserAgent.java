package dev.cuecard.chat.http;

import dev.cuecard.data.Version;

/** How requests name who sends them: {@code cuecard/0.1.0}. */
final class UserAgent {

    static final String VALUE = "cuecard/" + Version.text();

    private UserAgent() {}
}
