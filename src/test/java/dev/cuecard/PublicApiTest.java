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
                .doesNotContain("dev.cuecard.cli", "dev.cuecard.syntax.antlr", "dev.cuecard.bind.convert");
    }
}
