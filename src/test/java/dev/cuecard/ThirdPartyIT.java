package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code THIRD-PARTY.txt} lists what the two jars contain of others, by what is in them, and the licence that each comes with. */
class ThirdPartyIT {

    private static final Path TARGET = Path.of("target");

    private static final Path LIST = Path.of("src/main/resources/META-INF/THIRD-PARTY.txt");

    /** {@code group:artifact  licence}. */
    private static final Pattern LINE = Pattern.compile("(?m)^  ([a-z0-9.]+):([a-z0-9-]+) +(\\S+)");

    /** The packages that the library has relocated, by where they are now. */
    private static final Map<String, String> RELOCATED = Map.of(
            "dev/cuecard/syntax/antlr/runtime/", "org/antlr/v4/runtime/",
            "dev/cuecard/schema/library/networknt/", "com/networknt/",
            "dev/cuecard/schema/library/itu/", "com/ethlo/time/",
            "dev/cuecard/schema/library/slf4j/", "org/slf4j/");

    /** A jar that the build has used; {@code folder} is that of its version in the local repository. */
    private record Artifact(String name, Path folder) {

        static Artifact of(Path jar) {
            Path folder = jar.getParent();
            return new Artifact(folder.getParent().getFileName().toString(), folder);
        }

        Path pom() {
            return folder.resolve(name + "-" + folder.getFileName() + ".pom");
        }
    }

    /** Which class of the class path comes from which jar; the first that has it counts. */
    private static Map<String, Artifact> classes() throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Map<String, Artifact> classes = new TreeMap<>();
        for (String entry : path.split(Pattern.quote(File.pathSeparator), -1)) {
            if (entry.endsWith(".jar")
                    && !entry.startsWith(TARGET.toAbsolutePath().toString())) {
                Artifact artifact = Artifact.of(Path.of(entry));
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream().forEach(one -> classes.putIfAbsent(one.getName(), artifact));
                }
            }
        }
        return classes;
    }

    private static String original(String name) {
        return RELOCATED.entrySet().stream()
                .filter(one -> name.startsWith(one.getKey()))
                .map(one -> one.getValue() + name.substring(one.getKey().length()))
                .findFirst()
                .orElse(name);
    }

    /** The artifacts whose classes a jar holds. */
    private static Map<String, Artifact> contents(Path file) throws IOException {
        Map<String, Artifact> classes = classes();
        Map<String, Artifact> contents = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream()
                    .map(entry -> original(entry.getName()))
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.startsWith("dev/cuecard/") && !name.equals("module-info.class"))
                    .forEach(name -> {
                        Artifact artifact = classes.get(name);
                        assertThat(artifact).as("where " + name + " comes from").isNotNull();
                        contents.put(artifact.name(), artifact);
                    });
        }
        return contents;
    }

    private static Map<String, String> listed(String text) {
        return LINE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(2), line -> line.group(3), (one, other) -> one, TreeMap::new));
    }

    private static Path library() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("cuecard-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the pom of an artifact, or the nearest of its parents that says so, calls its licence, by the SPDX name. */
    private static String licence(Artifact artifact) throws IOException {
        Path repository = artifact.folder();
        Path pom = artifact.pom();
        for (int parents = 0; parents < 5; parents++) {
            String text = Files.readString(pom, StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
            Matcher name =
                    Pattern.compile("(?s)<licenses>.*?<name>([^<]*)</name>").matcher(text);
            if (name.find()) {
                return spdx(name.group(1));
            }
            String parent = text.replaceAll("(?s).*<parent>(.*?)</parent>.*", "$1");
            String group = element(parent, "groupId");
            while (!Files.isDirectory(repository.resolve(group.replace('.', '/')))) {
                repository = repository.getParent();
            }
            String id = element(parent, "artifactId");
            String version = element(parent, "version");
            pom = repository
                    .resolve(group.replace('.', '/'))
                    .resolve(id)
                    .resolve(version)
                    .resolve(id + "-" + version + ".pom");
        }
        throw new AssertionError("no licence of " + artifact);
    }

    private static String element(String xml, String name) {
        return xml.replaceAll("(?s).*<" + name + ">\\s*(.*?)\\s*</" + name + ">.*", "$1");
    }

    private static String spdx(String name) {
        if (name.contains("Apache")) {
            return "Apache-2.0";
        } else if (name.contains("MIT")) {
            return "MIT";
        }
        // RE2/J is under Go's licence, which has the three clauses.
        return name.contains("BSD") || name.equals("Go License") ? "BSD-3-Clause" : name;
    }

    @Test
    void theRunnableJarHoldsWhatTheListSaysUnderTheLicencesThatItSays() throws IOException {
        Map<String, String> licences = new TreeMap<>();
        for (Artifact artifact : contents(TARGET.resolve("cuecard.jar")).values()) {
            licences.put(artifact.name(), licence(artifact));
        }
        assertThat(listed(Files.readString(LIST))).isEqualTo(licences);
    }

    @Test
    void theLibraryHoldsTheFirstPartOfTheList() throws IOException {
        String list = Files.readString(LIST);
        String first = list.substring(0, list.indexOf("The runnable jar"));
        assertThat(listed(first).keySet())
                .isEqualTo(new TreeSet<>(contents(library()).keySet()));
    }

    @Test
    void theListIsInBothAndTheTermsThatItSpeaksOfAreInTheRunnableJar() throws IOException {
        String list = Files.readString(LIST);
        for (Path file : new Path[] {library(), TARGET.resolve("cuecard.jar")}) {
            try (JarFile jar = new JarFile(file.toFile());
                    InputStream in = jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt"))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(list);
            }
        }
        try (JarFile jar = new JarFile(TARGET.resolve("cuecard.jar").toFile())) {
            assertThat(Pattern.compile("[A-Za-z0-9-]+-LICENSE|META-INF/(?:NOTICE|LICENSE)(?:\\.txt)?")
                            .matcher(list)
                            .results()
                            .map(found -> found.group().startsWith("META-INF/")
                                    ? found.group()
                                    : "META-INF/" + found.group()))
                    .hasSizeGreaterThan(6)
                    .allMatch(name -> jar.getEntry(name) != null);
        }
    }
}
