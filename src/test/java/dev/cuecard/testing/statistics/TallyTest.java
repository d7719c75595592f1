package dev.cuecard.testing.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cuecard.testing.statistics.Requirement.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds are those of the binomial distribution itself. */
class TallyTest {

    /** The chance of at least so many passes out of n at a rate, added up term by term. */
    private static double atLeast(int passed, int runs, double rate) {
        double sum = 0;
        for (int k = passed; k <= runs; k++) {
            double term = 1;
            for (int i = 0; i < k; i++) {
                term *= (double) (runs - i) / (k - i) * rate;
            }
            sum += term * Math.pow(1 - rate, runs - k);
        }
        return sum;
    }

    @Test
    void atTheLowerBoundSoManyPassesOrMoreHaveAChanceOfFivePercent() {
        for (int runs = 1; runs <= 40; runs++) {
            for (int passed = 1; passed <= runs; passed++) {
                double bound = new Tally(passed, runs).lowest();
                assertThat(atLeast(passed, runs, bound))
                        .as(passed + " of " + runs)
                        .isEqualTo(0.05, within(1e-6));
            }
        }
    }

    @Test
    void atTheUpperBoundSoFewPassesOrLessHaveAChanceOfFivePercent() {
        for (int runs = 1; runs <= 40; runs++) {
            for (int passed = 0; passed < runs; passed++) {
                double bound = new Tally(passed, runs).highest();
                assertThat(1 - atLeast(passed + 1, runs, bound))
                        .as(passed + " of " + runs)
                        .isEqualTo(0.05, within(1e-6));
            }
        }
    }

    @Test
    void noRunShowsNothing() {
        assertThat(Tally.NONE.lowest()).isZero();
        assertThat(Tally.NONE.highest()).isEqualTo(1);
        assertThat(Tally.NONE.wilson()).isEqualTo(new Tally.Interval(0, 1));
    }

    /** Values of Wilson (1927) as published calculators give them. */
    @ParameterizedTest
    @CsvSource({"8, 10, 0.4902, 0.9433", "0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "50, 100, 0.4038, 0.5962"})
    void theWilsonInterval(int passed, int runs, double from, double to) {
        Tally.Interval interval = new Tally(passed, runs).wilson();
        assertThat(interval.from()).isEqualTo(from, within(1e-4));
        assertThat(interval.to()).isEqualTo(to, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 59", "0.9, 29", "0.8, 14", "0.99, 299", "0.5, 5", "1, -1"})
    void theFewestRunsThatCanShowARate(String rate, long fewest) {
        Requirement.Rate wanted = new Requirement.Rate(new BigDecimal(rate));
        assertThat(wanted.fewest()).isEqualTo(fewest);
        if (fewest > 0) {
            assertThat(wanted.judge(new Tally((int) fewest, (int) fewest))).isEqualTo(Answer.PASS);
            assertThat(wanted.judge(new Tally((int) fewest - 1, (int) fewest - 1)))
                    .isEqualTo(Answer.INCONCLUSIVE);
        }
    }

    @Test
    void aVerdictIsSettledExactlyWhenNoEndOfTheRestChangesIt() {
        Requirement.Rate rate = new Requirement.Rate(new BigDecimal("0.8"));
        int runs = 30;
        for (int ran = 0; ran <= runs; ran++) {
            for (int passed = 0; passed <= ran; passed++) {
                Tally tally = new Tally(passed, ran);
                long verdicts = java.util.stream.IntStream.rangeClosed(0, runs - ran)
                        .mapToObj(more -> rate.judge(new Tally(tally.passed() + more, runs)))
                        .distinct()
                        .count();
                assertThat(rate.isSettled(tally, runs)).as(tally.toString()).isEqualTo(verdicts == 1);
            }
        }
    }

    @Test
    void aCountIsSettledOnceItIsReachedOrOutOfReach() {
        Requirement.Count count = new Requirement.Count(2);
        assertThat(count.isSettled(new Tally(2, 2), 4)).isTrue();
        assertThat(count.isSettled(new Tally(1, 3), 4)).isFalse();
        assertThat(count.isSettled(new Tally(0, 3), 4)).isTrue();
    }
}
