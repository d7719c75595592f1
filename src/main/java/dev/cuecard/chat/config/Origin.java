package dev.cuecard.chat.config;

/** Who wrote a {@code cuecard.json}: what a file of the one may decide, one of the other may not. */
public enum Origin {
    /** It stands in the user's configuration folder. */
    USER,
    /** It stands at the root of a project, which may come from anywhere: it never decides where a secret goes. */
    PROJECT
}
