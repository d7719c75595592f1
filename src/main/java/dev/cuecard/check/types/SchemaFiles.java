package dev.cuecard.check.types;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.Type;
import dev.cuecard.syntax.TypeNode;

/** Reads the JSON Schema files that types name. */
public interface SchemaFiles {

    /** The type that a file means, or {@link Given#UNKNOWN} when there is a mistake in that, which has been said. */
    Type read(Source from, TypeNode.External type);
}
