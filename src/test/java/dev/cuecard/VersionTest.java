package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The version that the build writes into {@code version.properties} is there at run time. */
class VersionTest {
    @Test
    void theBuildFillsInTheVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = VersionTest.class.getResourceAsStream("version.properties")) {
            assertThat(in).isNotNull();
            properties.load(in);
        }
        assertThat(properties.getProperty("version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
