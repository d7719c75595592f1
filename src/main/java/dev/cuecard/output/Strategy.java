package dev.cuecard.output;

import dev.cuecard.diagnostic.Source;

/** One rung of the ladder: a way of looking for JSON in a reply. It invents nothing that is not in the text. */
interface Strategy {

    Found look(Source reply);
}
