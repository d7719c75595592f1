package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;

/** A place where untrusted text was vouched for; {@code reason} as it is written there. */
public record Trusted(Span span, String reason) {}
