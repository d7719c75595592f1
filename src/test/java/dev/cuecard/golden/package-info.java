/**
 * Tests that are files: what stands in {@code src/test/golden} is run, and what comes out is held against the file
 * beside it. {@code -Dgolden.update=true} writes those files anew, after which a person reads the difference.
 */
package dev.cuecard.golden;
