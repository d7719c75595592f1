/** Text from outside, followed from the inputs to the messages. */
@NullMarked
package dev.cuecard.check.taint;

import org.jspecify.annotations.NullMarked;
