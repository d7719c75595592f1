package dev.cuecard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.cuecard.diagnostic.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages form layers: each knows those before it in this table, and of the outside only what it names. */
class LayerTest {

    private static final String ROOT = "dev.cuecard";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Code.class.getProtectionDomain().getCodeSource().getLocation());

    /** Lowest first; the front door is the empty name. A row holds for the packages inside it that have none of their own. */
    private static final Map<String, List<String>> LAYERS = layers();

    private static Map<String, List<String>> layers() {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        layers.put("diagnostic", List.of());
        layers.put("data", List.of("tools.jackson", "com.google.re2j", "com.knuddels.jtokkit"));
        layers.put("file", List.of());
        layers.put("syntax", List.of("org.antlr.v4.runtime"));
        // Networknt speaks in the nodes of Jackson.
        layers.put("schema", List.of("com.networknt", "tools.jackson"));
        layers.put("host", List.of());
        layers.put("check", List.of());
        layers.put("chat", List.of("java.net.http", "javax.net.ssl"));
        layers.put("render", List.of());
        layers.put("output", List.of());
        layers.put("sim", List.of("com.sun.net.httpserver"));
        layers.put("tool", List.of());
        layers.put("event", List.of());
        layers.put("bind", List.of());
        layers.put("", List.of());
        layers.put("testing", List.of("org.apache.commons.statistics", "org.apache.commons.math3"));
        layers.put("junit", List.of("org.junit", "org.opentest4j"));
        layers.put("script", List.of("javax.script"));
        layers.put("repl", List.of("org.jline"));
        layers.put("cli.console", List.of("picocli"));
        layers.put("cli.option", List.of("picocli"));
        layers.put("cli.input", List.of("picocli"));
        layers.put("cli.prompt", List.of("picocli"));
        layers.put("cli.check", List.of("picocli"));
        layers.put("cli.test", List.of("picocli", "me.tongfei.progressbar"));
        layers.put("cli", List.of("picocli"));
        return layers;
    }

    /** Parts of the JDK that not every layer may use. */
    private static final List<String> RESERVED = List.of("java.net.http", "com.sun.net.httpserver", "javax.script");

    @TestFactory
    Stream<DynamicTest> eachLayerKnowsOnlyWhatIsBelowIt() {
        return LAYERS.keySet().stream()
                .map(layer -> DynamicTest.dynamicTest(
                        layer.isEmpty() ? ROOT : layer,
                        () -> classes()
                                .that(new In(layer))
                                .should()
                                .onlyDependOnClassesThat(new Known(layer))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> others = new TreeSet<>();
        CLASSES.forEach(type -> {
            if (!LAYERS.containsKey(layer(type))) {
                others.add(layer(type));
            }
        });
        assertThat(others).isEmpty();
    }

    /** Between layers there are none by the table; here those within one. */
    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandsAndTheShellPrint() {
        ArchRule rule = noClasses()
                .that(not("cli", "repl"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
        rule.check(CLASSES);
    }

    @Test
    void onlyTheCommandsTheShellAndJUnitReadTheEnvironment() {
        ArchRule rule = noClasses()
                .that(not("cli", "repl", "junit"))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class);
        rule.check(CLASSES);
    }

    @Test
    void nothingEndsTheProcessButTheMainClass() {
        noClasses()
                .that(not("cli"))
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> not(String... layers) {
        return DescribedPredicate.describe(
                "are not in " + String.join(", ", layers),
                type -> !List.of(layers).contains(part(type).replaceFirst("\\..*", "")));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The package, from below the root. */
    private static String part(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    /** The name of the layer: of the rows that the package is in, the one that says most of it; its own name without one. */
    private static String layer(JavaClass type) {
        String part = part(type);
        return LAYERS.keySet().stream()
                .filter(layer -> isIn(part, layer))
                .max(Comparator.comparing(String::length))
                .orElse(part);
    }

    private static boolean isIn(String name, String packages) {
        return name.equals(packages) || name.startsWith(packages + ".");
    }

    private static final class In extends DescribedPredicate<JavaClass> {
        private final String layer;

        In(String layer) {
            super("are in " + layer);
            this.layer = layer;
        }

        @Override
        public boolean test(JavaClass type) {
            return isOurs(type) && layer(type).equals(layer);
        }
    }

    private static final class Known extends DescribedPredicate<JavaClass> {
        private final List<String> below;
        private final List<String> outside;

        Known(String layer) {
            super("are below, in the JDK or among the libraries of this layer");
            List<String> order = new ArrayList<>(LAYERS.keySet());
            this.below = order.subList(0, order.indexOf(layer) + 1);
            this.outside = LAYERS.get(layer);
        }

        @Override
        public boolean test(JavaClass type) {
            JavaClass element = type.getBaseComponentType();
            String name = element.getPackageName();
            if (element.isPrimitive() || isOurs(element)) {
                return element.isPrimitive() || below.contains(layer(element));
            }
            if (outside.stream().anyMatch(library -> isIn(name, library)) || isIn(name, "org.jspecify.annotations")) {
                return true;
            }
            return isIn(name, "java") && RESERVED.stream().noneMatch(reserved -> isIn(name, reserved));
        }
    }
}
