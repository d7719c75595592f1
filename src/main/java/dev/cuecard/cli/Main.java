package dev.cuecard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Where {@code java -jar cuecard.jar} starts. */
public final class Main {
    private Main() {}

    /** Prints the version. */
    public static void main(String[] arguments) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Main.class.getResourceAsStream("/dev/cuecard/version.properties")) {
            properties.load(in);
        }
        System.out.println("cuecard " + properties.getProperty("version"));
    }
}
