package dev.cuecard.junit;

import dev.cuecard.data.Version;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * Runs the tests of {@code .prompt} files on the JUnit Platform: a container for each file, a leaf for each test, and for each
 * of its rows and models. It finds them by the selectors of files (with a line, too), folders, class path resources, packages,
 * class path roots and modules, and by unique ids; classes are none of its business.
 *
 * <p>Replies come from the tests and from recordings. The configuration parameters:
 *
 * <ul>
 *   <li>{@code cuecard.live}: {@code true} asks the model, with the key of the environment; without one the test is aborted,
 *       with the reason. {@code false} if not said.
 *   <li>{@code cuecard.models}: names, with commas between them: the models to ask instead of the prompts' own. Without
 *       {@code cuecard.live} only {@code sim}.
 *   <li>{@code cuecard.max-cost}: the most that all calls of the run may cost together, in US dollars: {@code 0.50}. A test
 *       whose next call could cost more than is left ends in an error. Any amount if not said, for 10,000 runs of tests at
 *       most.
 *   <li>{@code cuecard.stale}: {@code warn} aborts a test whose recording is stale. {@code fail} if not said.
 *   <li>{@code cuecard.empty}: {@code ignore} passes over a selected file or folder without a test, and a resource in a jar.
 *       {@code fail} if not said.
 *   <li>{@code cuecard.execution.parallel.enabled} and {@code cuecard.execution.parallel.config.*}: as Jupiter's, for several
 *       tests at once.
 * </ul>
 */
public final class CuecardTestEngine extends HierarchicalTestEngine<Context> {

    /** What unique ids, {@code @IncludeEngines} and the console call it. */
    public static final String ID = "cuecard";

    private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineNode>builder()
                    .addResourceContainerSelectorResolver(ResourceFilter.of(CuecardTestEngine::isTested))
                    .addSelectorResolver(context -> new PromptSelectors(
                            Parameters.of(context.getDiscoveryRequest().getConfigurationParameters()::get),
                            context.getEngineDescriptor().getUniqueId()))
                    .build();

    /** Of all that a package or a class path root holds only what has tests is meant, or has a mistake. */
    private static boolean isTested(Resource resource) {
        return resource.getName().endsWith(PromptSelectors.ENDING)
                && "file".equals(resource.getUri().getScheme())
                && new LoadedFiles(Parameters.DEFAULT)
                        .load(Path.of(resource.getUri()))
                        .hasLeaves();
    }

    /** As the service loader wants it. */
    public CuecardTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.cuecard");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("cuecard");
    }

    @Override
    public Optional<String> getVersion() {
        return Optional.of(Version.text());
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineNode root = new EngineNode(id);
        RESOLVER.resolve(request, root);
        return root;
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        PrefixedConfigurationParameters parameters = new PrefixedConfigurationParameters(
                request.getConfigurationParameters(), "cuecard.execution.parallel.");
        return parameters.getBoolean("enabled").orElse(false)
                ? new ForkJoinPoolHierarchicalTestExecutorService(
                        new PrefixedConfigurationParameters(parameters, "config."))
                : super.createExecutorService(request);
    }

    @Override
    protected Context createExecutionContext(ExecutionRequest request) {
        Parameters parameters = Parameters.of(request.getConfigurationParameters()::get);
        return new Context(new Running(parameters, parameters.budget()), request.getEngineExecutionListener());
    }
}
