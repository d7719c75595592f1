package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cuecard.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module exports: nothing in it speaks of a library, or of a package that is not exported. */
class PublicApiTest {

    /** What programs may rely on, a line each. */
    private static final Path BASELINE = Path.of("src/test/resources/public-api.txt");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Code.class.getProtectionDomain().getCodeSource().getLocation());

    private static String module() throws IOException {
        return Files.readString(Path.of("src/main/module/module-info.java"));
    }

    private static Set<String> exported() throws IOException {
        return Pattern.compile("(?m)^    exports ([a-z.]+);")
                .matcher(module())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Public, and so are all classes that it stands in. */
    private static boolean isPublic(JavaClass type) {
        boolean seen = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return seen && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
    }

    private static boolean isPublic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static List<JavaType> signature(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField field) {
            types.add(field.getType());
        } else if (member instanceof JavaCodeUnit unit) {
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
        }
        return types;
    }

    private static boolean isTheJdks(String packageName) {
        return packageName.isEmpty() || packageName.startsWith("java.");
    }

    /** What of the exported packages speaks of others. */
    private static Set<String> strangers(Set<String> exported) {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!exported.contains(type.getPackageName()) || !isPublic(type)) {
                continue;
            }
            List<JavaType> types = new ArrayList<>(type.getInterfaces());
            type.getSuperclass().ifPresent(types::add);
            types.addAll(type.getTypeParameters());
            type.getMembers().stream()
                    .filter(PublicApiTest::isPublic)
                    // What the compiler makes of a switch, say.
                    .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(member -> types.addAll(signature(member)));
            for (JavaType one : types) {
                one.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(raw -> !isTheJdks(raw.getPackageName()) && !exported.contains(raw.getPackageName()))
                        .forEach(raw -> strangers.add(type.getName() + " speaks of " + raw.getName()));
            }
        }
        return strangers;
    }

    @Test
    void noThirdPartyTypeAndNoHiddenTypeIsInAPublicSignature() throws IOException {
        assertThat(strangers(exported())).isEmpty();
    }

    @Test
    void theTestFindsALibrarysType() {
        assertThat(strangers(Set.of("dev.cuecard.junit"))).anyMatch(found -> found.contains("org.junit.platform"));
    }

    @Test
    void allThatIsExportedIsThere() throws IOException {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).containsAll(exported());
        assertThat(exported())
                .doesNotContain("dev.cuecard.syntax.antlr", "dev.cuecard.bind.match")
                .noneMatch(name -> name.startsWith("dev.cuecard.cli"));
    }

    /** One line for each exported type and each of its members that a program may use, as its bytecode names them. */
    private static Set<String> signatures() throws IOException {
        Set<String> exported = exported();
        Set<String> lines = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!exported.contains(type.getPackageName()) || !isPublic(type)) {
                continue;
            }
            String parents = type.getRawSuperclass().map(JavaClass::getName).orElse("") + " "
                    + type.getRawInterfaces().stream()
                            .map(JavaClass::getName)
                            .sorted()
                            .collect(Collectors.joining(" "));
            lines.add(type.getName() + " : " + words(type.getModifiers()) + (type.isInterface() ? "interface " : "")
                    + parents.strip());
            type.getMembers().stream()
                    .filter(PublicApiTest::isPublic)
                    .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(member -> lines.add(line(member)));
        }
        return lines;
    }

    private static String line(JavaMember member) {
        return member.getOwner().getName() + "." + member.getName() + " " + member.getDescriptor() + " : "
                + words(member.getModifiers()).strip();
    }

    /** What of the modifiers a caller depends on. */
    private static String words(Set<JavaModifier> modifiers) {
        return modifiers.stream()
                .filter(Set.of(JavaModifier.STATIC, JavaModifier.ABSTRACT, JavaModifier.PROTECTED)::contains)
                .map(modifier -> modifier.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }

    /** What a program that was compiled against the one misses in the other. */
    private static Set<String> broken(Set<String> before, Set<String> now) {
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        return gone;
    }

    /**
     * The gate for binary compatibility: what a release has promised stays. The baseline is that of the last release, until
     * the first one of what is there; {@code -Dgolden.update=true} writes it, which a release does.
     */
    @Test
    void nothingThatWasPromisedIsGone() throws IOException {
        Set<String> now = signatures();
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.write(BASELINE, now);
        }
        Set<String> before = new TreeSet<>(Files.readAllLines(BASELINE));
        assertThat(broken(before, now))
                .as(
                        "programs that were compiled before do not find these; write %s anew before a release only",
                        BASELINE)
                .isEmpty();
    }

    @Test
    void aRemovedMethodAndAnotherReturnTypeAreFound() throws IOException {
        Set<String> now = signatures();
        String load = now.stream()
                .filter(line -> line.startsWith("dev.cuecard.PromptEngine.load (Ljava/nio/file/Path;)"))
                .findFirst()
                .orElseThrow();
        Set<String> without = new TreeSet<>(now);
        without.remove(load);
        assertThat(broken(now, without)).containsExactly(load);
        without.add(load.replace("Ldev/cuecard/Prompt;", "Ljava/lang/Object;"));
        assertThat(broken(now, without)).containsExactly(load);
        assertThat(broken(without, now)).hasSize(1);
    }
}
