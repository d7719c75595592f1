package dev.cuecard.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes, whatever the top-level domain. */
class EmailFormatTest {

    private static final Type EMAIL = new Type.Format(Type.Format.Kind.EMAIL, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "winner@prize.example",
                "x.y+z@mail.test",
                "a@localhost",
                "\"a b\"@example.com",
                "a@[192.0.2.1]",
                "a@[IPv6:2001:db8::1]",
                "müller@bücher.example"
            })
    void mailboxes(String text) {
        assertThat(Types.fits(Json.of(text), EMAIL)).isTrue();
        assertThat(Validator.compile(Schemas.full(EMAIL)).validate(Json.of(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "a b@example.com",
                "a@b@c",
                "a..b@example.com",
                "a@-b.example",
                "a@b..c",
                "a@example.com\n"
            })
    void others(String text) {
        assertThat(Types.fits(Json.of(text), EMAIL)).isFalse();
        assertThat(Validator.compile(Schemas.full(EMAIL)).validate(Json.of(text)))
                .hasSize(1);
    }
}
