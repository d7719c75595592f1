package dev.cuecard.check;

/**
 * What a host may say of checking.
 *
 * @param lints whether to look for what is no mistake but worth fixing
 */
public record CheckOptions(boolean lints) {

    /** All that there is to find. */
    public static final CheckOptions DEFAULT = new CheckOptions(true);
}
