package dev.cuecard.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.parse.PromptParser;
import dev.cuecard.testing.TestCase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds what is selected. */
final class PromptSelectors implements SelectorResolver {

    static final String ENDING = ".prompt";

    /** What the leaf is called that tells the mistakes of a file. */
    private static final String CHECK = "check";

    /** What stands before the name of a resource, where that of a file or a folder may stand. */
    private static final String RESOURCE = "classpath:";

    private final LoadedFiles files;
    private final Parameters parameters;
    private final UniqueId root;

    /** @param root the id of the engine, which stands below another where a suite runs it */
    PromptSelectors(Parameters parameters, UniqueId root) {
        this.root = root;
        this.parameters = parameters;
        this.files = new LoadedFiles(parameters);
    }

    /** Every file below it; libraries among them have no tests. */
    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath();
        Set<DiscoverySelector> found = new LinkedHashSet<>();
        if (Files.isDirectory(folder)) {
            for (Path file : PromptFinder.below(folder)) {
                if (files.load(file).hasLeaves()) {
                    found.add(selectFile(file.toString()));
                }
            }
        }
        return found.isEmpty() ? nothing(folder, context) : Resolution.selectors(found);
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        Path path = selector.getPath();
        if (!path.toString().endsWith(ENDING)) {
            return Resolution.unresolved();
        }
        LoadedFile file = files.load(path);
        if (!file.hasLeaves()) {
            return nothing(path, context);
        }
        @Nullable
        Integer line = selector.getPosition().map(FilePosition::getLine).orElse(null);
        List<TestCase> wanted = line == null ? List.of() : at(file, line);
        if (!wanted.isEmpty()) {
            return Resolution.selectors(ids(root.append(FileNode.SEGMENT, file.name()), file, wanted));
        }
        return file(file, context);
    }

    private static Resolution file(LoadedFile file, Context context) {
        return context.addToParent(parent -> Optional.of(new FileNode(parent.getUniqueId(), file)))
                .map(node -> Resolution.match(Match.exact(node, () -> ids(node.getUniqueId(), file, file.cases()))))
                .orElseGet(Resolution::unresolved);
    }

    /** The tests that a line belongs to; none where it belongs to no test, so that the whole file is meant. */
    private static List<TestCase> at(LoadedFile file, int line) {
        return file.cases().stream()
                .filter(one -> PromptParser.parse(one.prompt().checked().source()).file().declarations().stream()
                        .filter(Declaration.Test.class::isInstance)
                        .map(Declaration::span)
                        .filter(span ->
                                span.line() <= line && line <= span.atEnd().line())
                        .anyMatch(span -> span.start() <= one.test().origin().start()
                                && one.test().origin().end() <= span.end()))
                .toList();
    }

    private static Set<DiscoverySelector> ids(UniqueId node, LoadedFile file, List<TestCase> cases) {
        Set<DiscoverySelector> ids = new LinkedHashSet<>();
        cases.forEach(one -> ids.add(selectUniqueId(TestNode.id(node, one))));
        if (!file.mistakes().isEmpty()) {
            ids.add(selectUniqueId(node.append(MistakeNode.SEGMENT, CHECK)));
        }
        return ids;
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        int own = root.getSegments().size();
        if (!id.hasPrefix(root) || id.getSegments().size() == own) {
            return Resolution.unresolved();
        }
        UniqueId.Segment first = id.getSegments().get(own);
        if (first.getType().equals(MistakeNode.SEGMENT)) {
            String place = first.getValue();
            if (place.startsWith(RESOURCE)) {
                return Resolution.selectors(Set.of(selectClasspathResource(place.substring(RESOURCE.length()))));
            }
            return Resolution.selectors(Set.of(place.endsWith(ENDING) ? selectFile(place) : selectDirectory(place)));
        } else if (!first.getType().equals(FileNode.SEGMENT)) {
            return Resolution.unresolved();
        }
        LoadedFile file = files.load(Path.of(first.getValue()));
        UniqueId node = root.append(first);
        if (id.equals(node)) {
            return file(file, context);
        }
        return context.addToParent(() -> selectUniqueId(node), parent -> leaf(parent.getUniqueId(), file, id))
                .map(leaf -> Resolution.match(Match.exact(leaf)))
                .orElseGet(Resolution::unresolved);
    }

    private static Optional<TestDescriptor> leaf(UniqueId node, LoadedFile file, UniqueId id) {
        if (id.equals(node.append(MistakeNode.SEGMENT, CHECK))
                && !file.mistakes().isEmpty()) {
            String text = DiagnosticRenderer.plain().render(file.mistakes());
            return Optional.of(
                    new MistakeNode(node, CHECK, FileSource.from(file.path().toFile()), text));
        }
        return file.cases().stream()
                .filter(one -> TestNode.id(node, one).equals(id))
                .findFirst()
                .map(one -> new TestNode(node, file, one));
    }

    /** Those on disk; what stands in a jar has no folder to import from, and is a failure. */
    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        if (!selector.getClasspathResourceName().endsWith(ENDING)) {
            return Resolution.unresolved();
        }
        Set<DiscoverySelector> found = new LinkedHashSet<>();
        for (Resource resource : selector.getResources()) {
            URI uri = resource.getUri();
            if ("file".equals(uri.getScheme())) {
                FilePosition position = selector.getPosition().orElse(null);
                found.add(selectFile(Path.of(uri).toString(), position));
            }
        }
        return found.isEmpty() ? inJar(selector, context) : Resolution.selectors(found);
    }

    private Resolution inJar(ClasspathResourceSelector selector, Context context) {
        if (!parameters.emptyFails()) {
            return Resolution.unresolved();
        }
        String name = selector.getClasspathResourceName();
        StringBuilder text = new StringBuilder("`" + name + "` stands in no folder of the class path, but in\n");
        selector.getResources()
                .forEach(resource -> text.append("  ").append(resource.getUri()).append('\n'));
        text.append("only files are tested: their imports, rows and recordings stand beside them\n");
        return mistake(RESOURCE + name, ClasspathResourceSource.from(name), text.toString(), context);
    }

    /** Of a file or a folder, as a dynamic test names it: {@code file:///…/a.prompt?line=3}. */
    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        URI uri = selector.getUri();
        if (!"file".equals(uri.getScheme()) || uri.getPath() == null) {
            return Resolution.unresolved();
        }
        Path path = Path.of(URI.create("file://" + uri.getRawPath()));
        if (Files.isDirectory(path)) {
            return Resolution.selectors(Set.of(selectDirectory(path.toString())));
        }
        FilePosition position = FilePosition.fromQuery(uri.getQuery()).orElse(null);
        return path.toString().endsWith(ENDING)
                ? Resolution.selectors(Set.of(selectFile(path.toString(), position)))
                : Resolution.unresolved();
    }

    /** A place without a test is a failure: a suite that tests nothing must not pass. */
    private Resolution nothing(Path place, Context context) {
        if (!parameters.emptyFails()) {
            return Resolution.unresolved();
        }
        String text = (Files.exists(place) ? "no test in `" : "there is no `") + LoadedFiles.shortest(place) + "`\n";
        return mistake(LoadedFiles.shortest(place).toString(), null, text, context);
    }

    private static Resolution mistake(String place, @Nullable TestSource source, String text, Context context) {
        return context.addToParent(parent -> Optional.of(new MistakeNode(parent.getUniqueId(), place, source, text)))
                .map(node -> Resolution.match(Match.exact(node)))
                .orElseGet(Resolution::unresolved);
    }
}
