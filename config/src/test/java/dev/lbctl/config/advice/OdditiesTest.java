package dev.lbctl.config.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdditiesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            run: {}, health: { timeout: 2s }                        => a probe may take 2s, and the next is due after 2s
            run: {}, health: { interval: 10s }                      => is noticed after 21s only
            run: {}, health: { fall: 1 }                            => one probe that is lost by chance takes a server out
            run: {}, health: { rise: 100 }                          => waits 49500ms for traffic
            run: {}, retry: { attempts: 3 }                         => 4 attempts of 30s take longer than the 1m that answer leaves
            run: { sample: 2 }, retry: { attempts: 3 }, timeouts: { response_head: 1s } => 3 repeats, each on another server, of 2 servers
            run: {}, timeouts: { queue: 60s }                       => a request may wait for a server for as long as its answer
            run: { sample: 1 }, algorithm: ip_hash                  => ip_hash has one server to choose from
            run: { sample: 1 }, sticky: { cookie: at }              => sticky has one server to choose from
            run: {}, slow_start: 5s                                 => slow_start does nothing
            backends: [ { url: http://a:1, weight: 3 }, { url: http://b:1 } ] => the weights of pool p do nothing
            run: {}, hash: { by: path }                             => hash does nothing
            """)
    void what_is_valid_and_hardly_meant_is_told_with_its_place(String pool, String told) {
        assertThat(oddities("pools: { p: { " + pool + " } }")).singleElement().satisfies(found -> {
            assertThat(found.what()).contains(told);
            assertThat(found.file()).isEqualTo("my.yaml");
            assertThat(found.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "listener, sees /dashboard",
        "admin, the token passes unencrypted",
        "management, the token passes unencrypted"
    })
    void what_other_machines_reach_is_told(String section, String told) {
        assertThat(oddities(section + ": { address: 0.0.0.0:7777 }"))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("0.0.0.0:7777", told));
    }

    @Test
    void there_is_nothing_odd_about_the_default() {
        assertThat(oddities("")).isEmpty();
        assertThat(oddities(ConfigFile.shippedText())).isEmpty();
    }

    private static List<ConfigProblem> oddities(String yaml) {
        return Oddities.of((ConfigResult.Valid) ConfigFile.parse("my.yaml", yaml));
    }
}
