package dev.cuecard.data;

/** Ends the reading of a text that is not JSON; seen by the reader alone. */
final class JsonFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient JsonReading.Malformed malformed;

    JsonFailure(JsonReading.Malformed malformed) {
        super(malformed.problem(), null, false, false);
        this.malformed = malformed;
    }

    JsonReading.Malformed malformed() {
        return malformed;
    }
}
