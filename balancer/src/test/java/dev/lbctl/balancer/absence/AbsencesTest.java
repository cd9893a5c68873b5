package dev.lbctl.balancer.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsencesTest {

    /** A second passes before each word; whether it is awaited is asked right after the last one. */
    @ParameterizedTest
    @CsvSource({
        "                                    , false",
        "supervised                          , false",
        "lost                                , false",
        "supervised lost                     , true",
        "supervised lost wait                , true",
        "supervised lost wait wait           , false",
        "supervised lost lost wait           , false",
        "supervised lost returns wait wait   , true",
        "supervised lost stays               , false",
        "supervised lost stays lost          , false",
        "supervised lost arrived             , false",
        "supervised lost arrived lost        , true",
        "supervised left lost                , false",
        "returns                             , true",
        "returns left wait wait wait         , true",
        "returns lost wait wait wait         , true",
        "returns wait wait wait wait wait    , false",
        "returns arrived                     , false",
        "returns stays                       , false",
    })
    void whether_anybody_is_expected_back(String told, boolean awaited) {
        Absences absences = new Absences();
        long now = Long.MAX_VALUE - 1; // The clock may turn over.
        for (String word : told == null ? new String[0] : told.split(" ")) {
            now += Duration.ofSeconds(1).toNanos();
            tell(absences, word, now);
        }

        assertThat(absences.awaited().anybody(now)).isEqualTo(awaited);
    }

    private static void tell(Absences absences, String word, long now) {
        switch (word) {
            case "supervised" -> absences.supervise("one", true);
            case "lost" -> absences.lost("one", now);
            case "returns" -> absences.expect("one", Duration.ofSeconds(5), now);
            case "stays" -> absences.expect("one", Duration.ZERO, now);
            case "arrived" -> absences.arrived("one");
            case "left" -> absences.left("one");
            case "wait" -> {}
            default -> throw new IllegalArgumentException(word);
        }
    }
}
