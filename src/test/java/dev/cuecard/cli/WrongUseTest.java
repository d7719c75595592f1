package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that makes no sense is told in the words of its user, never in those of a library. */
class WrongUseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "test m --model | missing value of `--model` | write `--model NAME`",
                "test m --max-cost --rate 1 | missing value of `--max-cost` | write `--max-cost USD`",
                "test m --max-cost= | missing value of `--max-cost` | write `--max-cost USD`",
                "test m --max-cost much | `--max-cost` takes a number, got `much` | `cuecard test --help` lists what it takes",
                "test m --jobs two | `--jobs` takes a whole number of at most 2147483647, got `two`"
                        + " | `cuecard test --help` lists what it takes",
                "test m --jobs 99999999999 | `--jobs` takes a whole number of at most 2147483647, got `99999999999`"
                        + " | `cuecard test --help` lists what it takes",
                "run m --seed x | `--seed` takes a whole number of at most 9223372036854775807, got `x`"
                        + " | `cuecard run --help` lists what it takes",
                "test m --failed=yes | `--failed` takes no value, got `yes` | write `--failed`",
                "test m --stale wran | `--stale wran` is not known | write `--stale warn`",
                "test m --stale x | `--stale x` is not known | write `--stale fail` or `--stale warn`",
                "test m --record=each | `--record=each` is not known | write `--record=stale` or `--record=all`",
                "run m --model a --model b | `--model` is given twice | leave out one of the two",
                "test m -x | unknown option `-x` | `cuecard test --help` lists what it takes",
                "test m --modle a | unknown option `--modle` | did you mean `--model`?",
                "tset m | unknown command `tset` | did you mean `test`?",
                "run | missing `FILE` | `cuecard run --help` lists what it takes",
            })
    void saysWhatIsWrongAndWhatToWrite(String line, String message, String help) {
        Cli.Ran ran = new Cli().run(line.split(" "));
        assertThat(ran.err()).isEqualTo("error: " + message + "\n  = help: " + help + "\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }
}
