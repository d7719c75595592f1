/**
 * Prompts as files: checked, rendered, sent, and their replies validated. A program begins with
 * {@link dev.cuecard.PromptEngine}.
 *
 * <p>Packages that hold records for inputs and outputs, interfaces that prompts answer and prompt files are opened to this
 * module: {@code opens com.shop to dev.cuecard;}.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.cuecard {
    requires java.net.http;
    requires java.scripting;
    requires jdk.httpserver;
    requires re2j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    // What only the commands, the session, rates of tests, token counts and the doors to others need.
    requires static commons.math3;
    requires static info.picocli;
    requires static jtokkit;
    requires static org.jline.reader;
    requires static org.jline.terminal;
    requires static org.junit.platform.engine;
    requires static org.jspecify;

    exports dev.cuecard.bind;
    exports dev.cuecard.chat.budget;
    exports dev.cuecard.chat.config;
    exports dev.cuecard.chat.http;
    exports dev.cuecard.chat.provider;
    exports dev.cuecard.chat.route;
    exports dev.cuecard.chat;
    exports dev.cuecard.check.files;
    exports dev.cuecard.check;
    exports dev.cuecard.data;
    exports dev.cuecard.diagnostic;
    exports dev.cuecard.event;
    exports dev.cuecard.host;
    exports dev.cuecard.output.ladder;
    exports dev.cuecard.output;
    exports dev.cuecard.render.eval;
    exports dev.cuecard.render;
    exports dev.cuecard.schema.generate;
    exports dev.cuecard.schema.validate;
    exports dev.cuecard.schema;
    exports dev.cuecard.sim;
    exports dev.cuecard.syntax;
    exports dev.cuecard.tool;
    exports dev.cuecard;

    // The validator's logger, which says nothing.
    uses dev.cuecard.schema.library.slf4j.spi.SLF4JServiceProvider;

    provides dev.cuecard.schema.library.slf4j.spi.SLF4JServiceProvider with
            dev.cuecard.schema.library.slf4j.nop.NOPServiceProvider;

    provides javax.script.ScriptEngineFactory with
            dev.cuecard.script.PromptScriptEngineFactory;

    // No test engine: JDK 17 starts no module that provides a service which is not there. JUnit finds it on the class path.
}
