/** {@code cuecard test}: which tests run and how, and what is told of them. */
@NullMarked
package dev.cuecard.cli.test;

import org.jspecify.annotations.NullMarked;
