package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations and statements, each alone in a prompt: clean where nothing is expected, else with that code. */
class DeclarationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "clean",
            value = {
                // Types.
                "type A = string(1..80, '^a') => clean",
                "type A = string(80) => clean",
                "type A = integer(1..5)[](1..3)? => clean",
                "type A = number(0<..<1) => clean",
                "type A = { a: A[], b?: A, c: A?, d: map<A> } => clean",
                "type A = B | 1  type B = 'x' | A[] => clean",
                "type A = string(5..1) => P213",
                "type A = string(-1..) => P213",
                "type A = string(1.5..) => P213",
                "type A = string(0<..) => P213",
                "type A = string('(') => P213",
                "type A = string('(?=a)') => P213",
                "type A = string(1..2, 3..4) => P213",
                "type A = integer(0.5..) => P213",
                "type A = number(1<..<1) => P213",
                "type A = number('a') => P213",
                "type A = boolean(1..2) => P213",
                "type A = string[](2..1) => P213",
                "type A = nubmer => P211",
                "type A = int => P211",
                "type A = list[str] => P211",
                "type A = List<string> => P211",
                "type A = Optional[int] => P211",
                "type A = { a: strng, b: intger } => P211 P211",
                "type A = { a: string, a: number } => P202",
                "type A = 1 | 2 | 1.0 => P215",
                "type A = { a: A } => P214",
                "type A = A => P214",
                "type A = B  type B = A[](1..) => P214 P214",
                "type string = number => P203",
                "type Turn = string => P203",
                "type A = string  let A = 1 => P202",
                "var a: b  let b = 1 => P210",
                // Inputs and lets.
                "var a = 1  user '{{ a }}' => clean",
                "var a: 'x' | 'y' = 'x' => clean",
                "var a: string[] = [] => clean",
                "var a: { x?: string } = {} => clean",
                "var a: map<integer> = { x: 1 } => clean",
                "var a: date = '2026-01-31' => clean",
                "var a: image => clean",
                "var a = b  var b = 'x' => clean",
                "var a = c  let c = b  var b = 'x' => clean",
                "var a = [] => P229",
                "var a = null => P229",
                "var a: string = 1 => P222",
                "var a: string(..3) = 'long' => P222",
                "var a: integer(1..5) = 7 => P222",
                "var a: date = '2026-02-30' => P222",
                "var a: 'x' | 'y' = 'z' => P222",
                "var a: string[] = ['x', 1, 2] => P222 P222",
                "var a: { x: string, y: string } = { z: 1 } => P222 P204",
                "var a: { x: { y: integer }[] } = { x: [{ y: 'n' }] } => P222",
                "var a = b => P201",
                "var a = a => P227",
                "var a = b  var b = a => P227",
                "let a = b  let b = a => P227",
                "let a = t()  template t() '{{ a }}' => clean",
                "let a = t()  template t() \"{{ a }}\" => P227",
                "template t() \"{{ u() }}\"  template u() \"{{ t() }}\" => P228",
                "template t(a: string, a: string) 'x' => P202",
                "template t(a) 'x' => P229",
                "var x: string  template t() \"{{ x }}\" => P201",
                "template t(a = 1) \"{{ a }}\"  user t() => clean",
                // Roles and tools.
                "role alice = user 'alice'  alice 'Hi' => clean",
                "role alice = system 'alice'  alice 'Hi' => clean",
                "role alice = tool 'alice' => P207",
                "role user = system 'x' => P011",
                "role alice = user 'a b' => P306",
                "alcie 'Hi'  role alice = user 'a' => P207",
                "tool t(a: string, b?: integer): string => clean",
                "tool t(a: string = 'x') => P231",
                "tool t(a: image) => P216",
                "tool t(a: string, a: string) => P202",
                "tool überschuss(a: string) => P231",
                "tool(strict) t(a: string) => clean",
                "tool(strict) t(a: map<string>) => P316",
                "tool(strikt) t(a: string) => P308",
                "tools t => P209",
                "tool t()  tools t => clean",
                // Models.
                "model 'x' { temperature = 0.2, stop = ['a'], seed = 1 } => clean",
                "model 'x' { extra { top_k = 3, deep { a = [1, { b: 2 }] } } } => clean",
                "model 'x' { logit_bias = { a: 5 }, metadata = { team: 'x' } } => clean",
                "model 'x' { temperatur = 1 } => P303",
                "model 'x' { top_k = 3 } => P303",
                "model 'x' { temperature = 3 } => P305",
                "model 'x' { temperature = 'hot' } => P305",
                "model 'x' { stop = ['a', 'b', 'c', 'd', 'e'] } => P305",
                "model 'x' { metadata { team = 'x' } } => P305",
                "model 'x' { messages = [] } => P304",
                "model 'x' { extra { tools = [] } } => P304",
                "model 'x' { extra { temperature = 1 } } => P303",
                "model 'x' { seed = n }  var n = 1 => P226",
                "model 'x' { seed = 1, seed = 2 } => P202",
                "model 'x'  model 'y' => P202",
                "model a = 'x'  model b = 'y'  model a => clean",
                "model a => P209",
                "model a = 'x' { temperature = 3 }  model a => P305",
                // Outputs.
                "output json { a: string } reask 3  system 'JSON' => clean",
                "output json string[]  system 'json' => clean",
                "output text 'yes' | 'no' => clean",
                "output text integer(1..5) => clean",
                "output json(plain) => clean",
                "output json(strict) { a: string }[] => clean",
                "output json { a: string } => P301",
                "output json { a: string }  var a: string  system a => P302",
                "output json { a: string }  var a: integer  system '{{ a }}'  user \"{{ a }}\" => P301",
                "output json { a: string }  var a: 'json' | 'xml'  system a => P302",
                "output json { a: string }  var a: 'yaml' | 'xml'  system a => P301",
                "output json { a: string }  var a: string[]  for x in a { user 'As JSON' } => clean",
                "output json { a: string }  var b = true  if b { system 'JSON' } => clean",
                "output json { a: string }  let a = 'JSON'  system a => clean",
                "output json { a: string }  history => P301",
                "output xml { a: string } => P308",
                "output json(stict) { a: string } => P308",
                "output text(strict) => P308",
                "output text { a: string } => P311",
                "output text null => P311",
                "output json(strict) => P312",
                "output json(strict) { a: any } => P316",
                "output json(strict) { a?: string? } => P316",
                "output text reask 11 => P308",
                "output text reask 1.5 => P308",
                "output text  output text => P202",
                // Ensures.
                "ensure output == 'x' : 'y' => clean",
                "ensure output | length > 3 => clean",
                "ensure output => clean",
                "ensure 1 => P223",
                "ensure output.x => P204",
                "ensure reply == 'x' => P201",
                // Messages.
                "user 1 => clean",
                "user { a: 1 } => clean",
                "var a: image  user [image(a), 'x'] => clean",
                "user [image('https://a.example/x.png', detail = 'low')] => clean",
                "var a: image[]  user ['x', ...a | map(image)] => clean",
                "var a: image  system [image(a)] => P307",
                "var a: image  user image(a) => P307",
                "var a: image  user a => P307",
                "var a: string[]  user a => P307",
                "user [] => P307",
                "user [1] => P307",
                "user ['x', ['y']] => P307",
                "user [...'x'] => P307",
                "user [image('https://a.example/x.png', detail = 'lo')] => P222",
                "for x in 'abc' { user x } => P222",
                "for x, i in ['a'] { user \"{{ x }}{{ i }}\" } => clean",
                "for x, x in ['a'] { user x } => P202",
                "if 1 { user 'x' } => P223",
                "history [user 'x', assistant 'y'] => clean",
                "history history[-2:] => clean",
                "history ['x'] => P222",
                "history [system 'x'] => P222",
                "let t = [usr 'x'] => P207",
                // Tests.
                "var a: string  user a  test 'x' { a = 'y'  reply 'z'  expect output == 'z' } => clean",
                "test 'x' { refusal 'no'  expect outcome == 'refused' } => clean",
                "test 'x' { expect outcome == 'refusd' } => P224",
                "test 'x' { expect (messages | length) == 1 and usage.total_tokens < 9 } => clean",
                "test 'x' { expect errors | map('message') | join(', ') == '' } => clean",
                "test 'x' repeat 59 rate 0.95 {} => clean",
                "test 'x' repeat 5 pass 4 {} => clean",
                "test 'x' repeat 5 pass 6 {} => P315",
                "test 'x' repeat 0 {} => P315",
                "test 'x' rate 1.5 {} => P315",
                "test 'x' repeat 5 pass 4 rate 0.5 {} => P315",
                "test 'x' {}  test 'x' {} => P202",
                "var a: string  test 'x' {} => P401",
                "var a: string  test 'x' { a = 1 } => P222",
                "var a: string  test 'x' { a = 'x'  a = 'y' } => P202",
                "test 'x' { b = 1 } => P402",
                "test 'x' { history = [user 'x'] } => clean",
                "test 'x' { history = ['x'] } => P222",
                "test 'x' { reply 'a'  reply 'b' } => P315",
                "test 'x' { reply 'a' finish 'lenght' } => P315",
                "test 'x' { recover some } => P315",
                "test 'x' { stub t = 1 } => P209",
                "tool t(): string  test 'x' { stub t = 'x' } => clean",
                "tool t(): string  test 'x' { stub t = 1 } => P222",
                "tool t()  test 'x' { stub t = { a: 1 } } => clean",
                "var a: string(1..)  test 'x' for r in ['x', 'y'] { a = r } => clean",
                "var a: integer  test 'x' for r in ['x', 'y'] { a = r } => P222",
                "test 'x' for r in 'x' {} => P222",
                "test 'x' { reply { a: 1 } | json } => clean",
                "test 'x' { reply { a: 1 } } => P222",
            })
    void each(String declarations, String codes) {
        String text = "prompt test\n" + declarations.replace("  ", "\n") + "\nuser \"Hello\"\n";
        assertThat(String.join(" ", Checks.codes(text))).as(Checks.shown(text)).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void aLibraryHasWhatOthersCanTake() {
        assertThat(Checks.codes("var a: string\nuser a\ntest \"x\" {}\n")).containsExactly("P314");
        assertThat(Checks.codes("let a = 1\nprompt late\nuser \"x\"\n")).containsExactly("P314");
        assertThat(Checks.codes("model \"x\"\n")).containsExactly("P314");
        assertThat(Checks.codes("")).isEmpty();
    }

    @Test
    void aPromptSpeaksAsTheUser() {
        assertThat(Checks.codes("prompt p\nsystem \"x\"\n")).containsExactly("P313");
        assertThat(Checks.codes("prompt p\nhistory\n")).isEmpty();
        assertThat(Checks.codes("prompt p\nprompt q\nuser \"x\"\n")).containsExactly("P202");
    }

    /** Five mistakes are five findings, each where it is. */
    @Test
    void fiveMistakes() {
        String text = """
                prompt triage

                model "gpt-6-luna" {
                  temprature = 0.2
                }

                type Label = "bug" | "question" | "bug"

                var ticket: strng
                var ticket: string[]

                user "Sort this: {{ tickt }}"

                output json(plain) {
                  label: Label
                }
                """;
        assertThat(Checks.codes(text)).containsExactly("P303", "P215", "P211", "P202", "P201");
        assertThat(Checks.check(text).findings())
                .extracting(d -> d.primary().span().line())
                .containsExactly(4, 7, 9, 10, 12);
    }

    /** What could not be read hides no more than its own name. */
    @Test
    void aBrokenDeclarationHidesNoOther() {
        String text = """
                prompt triage

                var ticket: string = "a" "b"

                let label = ticket + unknown

                user "Sort this: {{ ticket | uper }}"

                output json { label: string }
                """;
        assertThat(Checks.codes(text)).hasSize(3).endsWith("P201", "P205");
    }
}
