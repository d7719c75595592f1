package dev.cuecard.check.scope;

import dev.cuecard.check.Expr;

/** A checked condition and what it tells. */
public record Condition(Expr expr, Facts facts) {}
