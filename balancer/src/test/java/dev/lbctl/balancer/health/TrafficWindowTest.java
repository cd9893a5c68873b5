package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.evidence.Tally;
import dev.lbctl.config.EjectionConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficWindowTest {
    private final TrafficWindow window = new TrafficWindow(rule(Duration.ofSeconds(10)));

    private static EjectionConfig rule(Duration window) {
        return new EjectionConfig(true, 5, 50, 20, window, window, window);
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT1S", "PT1M, PT6S", "PT1S, PT0.1S", "PT0.3S, PT0.1S", "PT0.001S, PT0.1S"})
    void it_moves_by_a_tenth_of_it_but_not_too_often(Duration window, Duration part) {
        assertThat(TrafficWindow.part(rule(window))).isEqualTo(part);
    }

    @Test
    void it_has_what_came_since_its_beginning_until_it_is_full() {
        window.begin(new Tally(100, 50));

        assertThat(window.turn(new Tally(103, 51))).isEqualTo(new Tally(3, 1));
        assertThat(window.turn(new Tally(110, 51))).isEqualTo(new Tally(10, 1));
    }

    @Test
    void what_was_before_a_new_beginning_is_not_in_it() {
        window.begin(new Tally(0, 0));
        window.turn(new Tally(30, 30));
        window.begin(new Tally(35, 30));

        assertThat(window.turn(new Tally(40, 30))).isEqualTo(new Tally(5, 0));
    }

    /** Held against counting anew what came in each part. */
    @Test
    void it_has_what_came_in_its_last_ten_parts() {
        Random random = new Random(7);
        List<Tally> parts = new ArrayList<>();
        Tally total = new Tally(0, 0);
        window.begin(total);
        for (int i = 0; i < 1_000; i++) {
            int requests = random.nextInt(50);
            Tally part = new Tally(requests, requests == 0 ? 0 : random.nextInt(requests));
            parts.add(part);
            total = new Tally(total.requests() + part.requests(), total.failures() + part.failures());
            List<Tally> last = parts.subList(Math.max(0, parts.size() - 10), parts.size());

            assertThat(window.turn(total))
                    .isEqualTo(new Tally(
                            last.stream().mapToLong(Tally::requests).sum(),
                            last.stream().mapToLong(Tally::failures).sum()));
        }
    }
}
