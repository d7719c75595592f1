package dev.cuecard.chat.provider;

/** The parts of a long secret in a text. */
final class Fragments {

    /** So many characters in a row are taken for a part of a secret. */
    private static final int LENGTH = 12;

    /** Of a shorter secret too much could be guessed from its parts, and too much else taken for them. */
    private static final int SHORTEST = 20;

    /** So many characters at the end of what has come may be the middle of more. */
    static final int BEGINNING = 4;

    /** The factor of the rolling hash, and its power of {@code LENGTH - 1}. */
    private static final int FACTOR = 31;

    /** A power of two, so many that a text has few of the secret's by chance. */
    private static final int HASHES = 1 << 14;

    private static final int POWER = power();

    private Fragments() {}

    private static int power() {
        int power = 1;
        for (int i = 1; i < LENGTH; i++) {
            power *= FACTOR;
        }
        return power;
    }

    /** The text with a mask for each stretch that consists of parts of a secret. Linear in the text. */
    static String mask(String text, String secret) {
        if (secret.length() < SHORTEST || text.length() < LENGTH) {
            return text;
        }
        boolean[] hashes = new boolean[HASHES];
        for (int i = 0; i + LENGTH <= secret.length(); i++) {
            hashes[secret.substring(i, i + LENGTH).hashCode() & (HASHES - 1)] = true;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        int hash = text.substring(0, LENGTH).hashCode();
        for (int at = 0; at + LENGTH <= text.length(); at++) {
            if (at > 0) {
                hash = (hash - text.charAt(at - 1) * POWER) * FACTOR + text.charAt(at + LENGTH - 1);
            }
            if (hashes[hash & (HASHES - 1)] && secret.contains(text.substring(at, at + LENGTH))) {
                if (at >= done) {
                    masked.append(text, done, at).append(Secret.MASK);
                }
                done = at + LENGTH;
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** The length of the longest end of a text that is a part of a secret; a short one counts as its beginning only. */
    static int begun(CharSequence text, String secret) {
        int length = 0;
        for (int i = 1; i < Math.min(BEGINNING, text.length() + 1); i++) {
            if (secret.startsWith(
                    text.subSequence(text.length() - i, text.length()).toString())) {
                length = i;
            }
        }
        int next = BEGINNING;
        while (next <= Math.min(text.length(), secret.length())
                && secret.contains(text.subSequence(text.length() - next, text.length()))) {
            length = next;
            next++;
        }
        return length;
    }
}
