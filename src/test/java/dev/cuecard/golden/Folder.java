package dev.cuecard.golden;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of one kind. */
record Folder(Path path, Kind kind) {

    static final Path ROOT = Path.of("src/test/golden");

    static Folder of(Kind kind) {
        return new Folder(ROOT.resolve(kind.folder()), kind);
    }

    /** The cases by name. */
    List<Case> cases() {
        return files(
                        path,
                        file -> file.endsWith(kind.input())
                                && kind.companions().stream().noneMatch(file::endsWith)
                                && kind.outputs().stream().noneMatch(file::endsWith))
                .map(file -> new Case(
                        path, file.substring(0, file.length() - kind.input().length())))
                .toList();
    }

    /** Files and folders that belong to no case; a folder of a case's name holds what its files import. */
    Set<String> strays() {
        Set<String> strays = new TreeSet<>();
        files(path, file -> true).forEach(strays::add);
        for (Case golden : cases()) {
            strays.remove(golden.name());
            strays.remove(golden.name() + kind.input());
            kind.companions().forEach(suffix -> strays.remove(golden.name() + suffix));
            kind.outputs().forEach(suffix -> strays.remove(golden.name() + suffix));
        }
        return strays;
    }

    /** The names in a folder, sorted; none when there is no such folder. */
    static Stream<String> files(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(wanted)
                    .sorted(comparing(f -> f))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
