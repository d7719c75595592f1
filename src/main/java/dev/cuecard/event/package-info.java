/** What a host may hear of runs, in the attributes of OpenTelemetry's conventions for generative AI. */
@NullMarked
package dev.cuecard.event;

import org.jspecify.annotations.NullMarked;
