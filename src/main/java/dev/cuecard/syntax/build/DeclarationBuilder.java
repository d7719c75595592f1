package dev.cuecard.syntax.build;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Doc;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Setting;
import dev.cuecard.syntax.Statement;
import dev.cuecard.syntax.TestItem;
import dev.cuecard.syntax.TextPart;
import dev.cuecard.syntax.TypeNode;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.CuecardParser.DeclarationContext;
import dev.cuecard.syntax.antlr.CuecardParser.ImportingContext;
import dev.cuecard.syntax.antlr.CuecardParser.ModelContext;
import dev.cuecard.syntax.antlr.CuecardParser.OutputContext;
import dev.cuecard.syntax.antlr.CuecardParser.ParamsContext;
import dev.cuecard.syntax.antlr.CuecardParser.PromptContext;
import dev.cuecard.syntax.antlr.CuecardParser.RoleContext;
import dev.cuecard.syntax.antlr.CuecardParser.SettingContext;
import dev.cuecard.syntax.antlr.CuecardParser.SettingsContext;
import dev.cuecard.syntax.antlr.CuecardParser.TemplateContext;
import dev.cuecard.syntax.antlr.CuecardParser.TestContext;
import dev.cuecard.syntax.antlr.CuecardParser.ToolContext;
import dev.cuecard.syntax.antlr.CuecardParser.ToolsContext;
import dev.cuecard.syntax.antlr.CuecardParser.TrialsContext;
import dev.cuecard.syntax.antlr.CuecardParser.TypeAliasContext;
import dev.cuecard.syntax.antlr.CuecardParser.VarContext;
import dev.cuecard.syntax.mistake.SyntaxErrors;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Declarations, from the parse tree to records. */
public final class DeclarationBuilder {

    private final Reading reading;
    private final ExpressionBuilder expressions;
    private final TextBuilder texts;
    private final TypeBuilder types;
    private final StatementBuilder statements;

    /** Builds what was read. */
    public DeclarationBuilder(Reading reading) {
        this.reading = reading;
        this.expressions = new ExpressionBuilder(reading);
        this.texts = expressions.texts();
        this.types = expressions.types();
        this.statements = new StatementBuilder(reading, expressions);
    }

    /** A field of an object type. */
    public TypeNode.FieldOf field(CuecardParser.FieldContext context) {
        return types.field(context);
    }

    /** A statement. */
    public Statement statement(CuecardParser.StatementContext context) {
        return statements.statement(context);
    }

    /** A part of a text. */
    public TextPart part(CuecardParser.PartContext context) {
        return texts.part(context);
    }

    /** An expression. */
    public Expression expression(CuecardParser.ExpressionContext context) {
        return expressions.expression(context);
    }

    /** An item of a test. */
    public TestItem testItem(CuecardParser.TestItemContext context) {
        return statements.testItem(context);
    }

    /** A declaration. */
    public Declaration declaration(DeclarationContext context) {
        ParserRuleContext inner = (ParserRuleContext) context.getChild(0);
        Span span = reading.span(inner);
        return switch (inner.getRuleIndex()) {
            case CuecardParser.RULE_prompt -> prompt(span, context.prompt());
            case CuecardParser.RULE_importing -> importing(span, context.importing());
            case CuecardParser.RULE_model -> model(span, context.model());
            case CuecardParser.RULE_role -> role(span, context.role());
            case CuecardParser.RULE_typeAlias -> type(span, context.typeAlias());
            case CuecardParser.RULE_var -> var(span, context.var());
            case CuecardParser.RULE_let ->
                new Declaration.Let(
                        span,
                        doc(inner),
                        reading.variable(context.let().name()),
                        expressions.expression(context.let().expression()));
            case CuecardParser.RULE_template -> template(span, context.template());
            case CuecardParser.RULE_tool -> tool(span, context.tool());
            case CuecardParser.RULE_tools -> tools(span, context.tools());
            case CuecardParser.RULE_output -> output(span, context.output());
            case CuecardParser.RULE_ensure ->
                new Declaration.Ensure(
                        span,
                        expressions.expression(context.ensure().expression()),
                        texts.textOrNull(context.ensure().text()));
            case CuecardParser.RULE_test -> test(span, context.test());
            default -> new Declaration.Says(span, statements.statement(context.statement()));
        };
    }

    private @Nullable Doc doc(ParserRuleContext context) {
        return reading.doc(context.getStart());
    }

    private Declaration prompt(Span span, PromptContext context) {
        Name name = context.name() != null ? reading.name(context.name()) : texts.quotedName(context.text());
        return new Declaration.Prompt(span, doc(context), name, settings(context.settings()));
    }

    private Declaration importing(Span span, ImportingContext context) {
        reading.commas(context);
        List<Declaration.Import.Taken> taken = context.taken().stream()
                .map(t -> new Declaration.Import.Taken(
                        reading.span(t), reading.name(t.name(0)), reading.nameOrNull(t.name(1))))
                .toList();
        return new Declaration.Import(
                span,
                taken,
                texts.plain(context.text()),
                context.LBRACE() != null ? null : reading.nameOrNull(context.name()));
    }

    private Declaration model(Span span, ModelContext context) {
        if (context.path() != null) {
            return new Declaration.UseModel(span, reading.path(context.path()));
        }
        return new Declaration.Model(
                span,
                doc(context),
                reading.nameOrNull(context.name()),
                texts.plain(context.text()),
                settings(context.settings()));
    }

    private List<Setting> settings(@Nullable SettingsContext context) {
        return context == null
                ? List.of()
                : context.setting().stream().map(this::setting).toList();
    }

    /** A setting. */
    public Setting setting(SettingContext context) {
        if (context.COLON() != null) {
            reading.report(
                    SyntaxErrors.colonForEquals(reading.span(context.COLON().getSymbol()), "setting"));
        }
        return new Setting(
                reading.span(context),
                texts.key(context.key()),
                expressions.expressionOrNull(context.expression()),
                context.settings() == null ? null : settings(context.settings()));
    }

    private Declaration role(Span span, RoleContext context) {
        return new Declaration.Role(
                span,
                doc(context),
                reading.noKeyword(context.name(0), "role"),
                reading.name(context.name(1)),
                texts.plain(context.text()));
    }

    private Declaration type(Span span, TypeAliasContext context) {
        Doc doc = doc(context);
        return new Declaration.Type(
                span,
                doc,
                reading.noKeyword(context.name(), "type"),
                context.type() != null ? types.type(context.type()) : types.object(context.objectType()));
    }

    private Declaration var(Span span, VarContext context) {
        return new Declaration.Var(
                span,
                doc(context),
                reading.variable(context.name()),
                context.QUESTION() == null
                        ? null
                        : reading.span(context.QUESTION().getSymbol()),
                context.UNTRUSTED() == null
                        ? null
                        : reading.span(context.UNTRUSTED().getSymbol()),
                types.typeOrNull(context.type()),
                expressions.expressionOrNull(context.expression()));
    }

    private Declaration template(Span span, TemplateContext context) {
        return new Declaration.Template(
                span, doc(context), reading.name(context.name()), params(context.params()), texts.text(context.text()));
    }

    private Declaration tool(Span span, ToolContext context) {
        boolean mode = context.name().size() > 1;
        return new Declaration.Tool(
                span,
                doc(context),
                mode ? reading.name(context.name(0)) : null,
                reading.name(context.name(mode ? 1 : 0)),
                params(context.params()),
                types.typeOrNull(context.type()));
    }

    private List<Declaration.Param> params(ParamsContext context) {
        reading.commas(context);
        return context.param().stream()
                .map(param -> new Declaration.Param(
                        reading.span(param),
                        doc(param),
                        reading.name(param.name()),
                        param.QUESTION() == null
                                ? null
                                : reading.span(param.QUESTION().getSymbol()),
                        types.typeOrNull(param.type()),
                        expressions.expressionOrNull(param.expression())))
                .toList();
    }

    private Declaration tools(Span span, ToolsContext context) {
        reading.commas(context);
        return new Declaration.UseTools(
                span, context.path().stream().map(reading::path).toList());
    }

    private Declaration output(Span span, OutputContext context) {
        Token headEnd = context.RPAREN() != null
                ? context.RPAREN().getSymbol()
                : context.name(0).getStop();
        return new Declaration.Output(
                span,
                doc(context),
                reading.span(context.getStart(), headEnd),
                reading.name(context.name(0)),
                reading.nameOrNull(context.name(1)),
                types.typeOrNull(context.type()),
                context.NUMBER() == null
                        ? null
                        : expressions.number(context.NUMBER().getSymbol()));
    }

    private Declaration test(Span span, TestContext context) {
        Doc doc = doc(context);
        Expression.Num[] trials = new Expression.Num[3];
        for (TrialsContext trial : context.trials()) {
            int which = trial.REPEAT() != null ? 0 : trial.PASS() != null ? 1 : 2;
            if (trials[which] != null) {
                reading.report(SyntaxErrors.repeatedTrial(reading.span(trial), trials[which].span()));
            }
            trials[which] = expressions.number(trial.NUMBER().getSymbol());
        }
        return new Declaration.Test(
                span,
                doc,
                texts.plain(context.text()),
                trials[0],
                trials[1],
                trials[2],
                context.name() == null ? null : reading.variable(context.name()),
                expressions.expressionOrNull(context.expression()),
                context.testItem().stream().map(statements::testItem).toList());
    }
}
