package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageStyleTest {

    @Test
    void aGoodMessagePasses() {
        assertThat(MessageStyle.offences("""
                        error[P201]: unknown variable `Please!.`
                          --> a.prompt:36:6
                           |
                        16 | var review: untrusted string
                           |     ------ `review` is declared here
                        ...
                        36 |   {{ reveiw | fence }}
                           |      ^^^^^^ not declared in this prompt
                           |
                           = note: JSON has no such thing
                           = help: did you mean `review`?

                        1 error in a.prompt
                        """)).isEmpty();
    }

    @Test
    void badManners() {
        assertThat(MessageStyle.offences("""
                        error[P001]: Mismatched input. Failed to parse.
                         --> a.prompt:1:1
                          |
                        1 | x
                          | ^ Illegal!
                          |
                          = help: do this
                          = help: please do that
                        """)).hasSize(9);
    }
}
