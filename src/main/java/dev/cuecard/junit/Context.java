package dev.cuecard.junit;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the nodes of the tree are run with.
 *
 * @param running runs tests
 * @param listener is told of facts
 */
record Context(Running running, EngineExecutionListener listener) implements EngineExecutionContext {}
