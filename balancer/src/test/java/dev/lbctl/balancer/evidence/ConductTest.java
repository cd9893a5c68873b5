package dev.lbctl.balancer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductTest {
    private final Conduct conduct = new Conduct();

    /** G: good, F: failed, B: broken, R: refused, n: none. */
    private void judge(String verdicts) {
        verdicts.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'G' -> Verdict.GOOD;
                    case 'F' -> Verdict.FAILED;
                    case 'B' -> Verdict.BROKEN;
                    case 'R' -> Verdict.REFUSED;
                    default -> Verdict.NONE;
                })
                .forEach(verdict -> conduct.judge(verdict, verdict.name()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GGG,    3, 0, 0, 0",
        "GFF,    3, 2, 2, 0",
        "FFG,    3, 2, 0, 0",
        "FBR,    3, 3, 3, 2",
        "BnFnB,  3, 3, 3, 2",
        "BBBGF,  5, 4, 1, 0",
        "nnn,    0, 0, 0, 0"
    })
    void attempts_are_counted_in_all_and_in_a_row(
            String verdicts, long requests, long failures, int failedInARow, int brokenInARow) {
        judge(verdicts);

        assertThat(conduct.tally()).isEqualTo(new Tally(requests, failures));
        assertThat(conduct.failedInARow()).isEqualTo(failedInARow);
        assertThat(conduct.brokenInARow()).isEqualTo(brokenInARow);
    }

    @Test
    void rows_can_be_forgotten_each_by_itself() {
        judge("BB");
        conduct.forgetBroken();
        assertThat(conduct.failedInARow()).isEqualTo(2);
        assertThat(conduct.brokenInARow()).isZero();

        judge("B");
        conduct.forgetFailed();
        assertThat(conduct.failedInARow()).isZero();
        assertThat(conduct.brokenInARow()).isEqualTo(1);
    }

    @Test
    void the_alarm_rings_once_for_all_failures_until_somebody_listens() {
        AtomicInteger rung = new AtomicInteger();
        conduct.alarm().attend(rung::incrementAndGet);
        judge("GGFFGF");
        assertThat(rung).hasValue(1);

        assertThat(conduct.alarm().listen()).isEqualTo(new Trouble(Verdict.FAILED, "FAILED"));
        assertThat(conduct.alarm().listen()).isNull();
        judge("F");
        assertThat(rung).hasValue(2);
    }

    @Test
    void of_several_failures_the_worst_is_told() {
        judge("FBRFB");

        assertThat(conduct.alarm().listen()).isEqualTo(new Trouble(Verdict.REFUSED, "REFUSED"));
    }

    @Test
    void who_attends_hears_nothing_of_before() {
        List<String> heard = new ArrayList<>();
        judge("F");
        conduct.alarm().attend(() -> heard.add("bell"));
        judge("F");
        conduct.alarm().leave();
        conduct.alarm().listen();
        judge("F");

        assertThat(heard).containsExactly("bell");
    }

    @Test
    void no_attempt_is_lost_when_many_threads_count() {
        IntStream.range(0, 4).parallel().forEach(thread -> judge("GFB".repeat(10_000)));

        assertThat(conduct.tally()).isEqualTo(new Tally(120_000, 80_000));
    }
}
