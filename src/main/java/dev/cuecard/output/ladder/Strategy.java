package dev.cuecard.output.ladder;

import dev.cuecard.diagnostic.Source;

/** One rung of the ladder: a way of looking for JSON in a reply. It invents nothing that is not in the text. */
interface Strategy {

    /**
     * Looks for JSON.
     *
     * @param reply the text of the reply
     * @param from where the answer begins, after the model's thinking
     */
    Found look(Source reply, int from);
}
