/** The program as a module: what holds its records, its interface and its prompts is open to Cuecard. */
@SuppressWarnings({"opens", "requires-automatic"}) // shop.shared holds no class, but a prompt
module shop {
    requires com.fasterxml.jackson.databind;
    requires dev.cuecard;
    requires org.antlr.antlr4.runtime;
    requires spring.beans;
    requires spring.context;
    requires spring.core;

    opens shop to
            com.fasterxml.jackson.databind,
            dev.cuecard,
            spring.beans,
            spring.core;
    opens shop.shared to
            dev.cuecard;
}
