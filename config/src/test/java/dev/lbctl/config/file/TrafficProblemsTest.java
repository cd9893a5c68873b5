package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong about how a pool's requests are passed on. */
class TrafficProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            retry: {budget: 20}         => 19: pools.a.retry.budget: '20' is not a percentage from 0% to 100%; write a whole number with a percent sign, like 20%
            retry: {budget: 101%}       => 19: pools.a.retry.budget: '101%' is not a percentage from 0% to 100%; write a whole number with a percent sign, like 20%
            retry: {budget: 2.5%}       => 19: pools.a.retry.budget: '2.5%' is not a percentage from 0% to 100%; write a whole number with a percent sign, like 20%
            retry: {budgt: 3}           => 11: unknown key budgt in pools.a.retry; did you mean budget?
            retry: {body: 2MiB}         => 17: pools.a.retry.body: '2MiB' is not a size from 0B to 1MiB; write a size in that range
            retry: {body: 64k}          => 17: pools.a.retry.body: '64k' is not a size from 0B to 1MiB; did you mean 64KiB?
            connections: {max: 0}       => 22: pools.a.connections.max: '0' is not a whole number from 1 to 1000000, or unlimited; write a number like 1
            connections: {max: none}    => 22: pools.a.connections.max: 'none' is not a whole number from 1 to 1000000, or unlimited; write a number like 1
            connections: {idle_for: 0s} => 27: pools.a.connections.idle_for: '0s' is not a duration from 1ms to 24h; write a number with a unit, like 500ms, 2s or 10m
            queue: {size: -1}           => 17: pools.a.queue.size: '-1' is not a whole number from 0 to 1000000; write a number like 1
            queue: 100                  => 10: pools.a.queue must hold keys; write `key: value` pairs, without tags
            host: client                => 9: pools.a.host: 'client' is not a Host to send; write one of: preserve, backend
            timeouts: {answer: 10s}     => 22: answer (10s, for all attempts together) is shorter than response_head (30s, for one); write answer: 30s or more
            timeouts: {response_head: 2m} => 29: answer (1m, for all attempts together) is shorter than response_head (2m, for one); write answer: 2m or more
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String traffic, String told) {
        assertThat(Parsed.problems("pools:\n a:\n  backends: []\n  " + traffic))
                .containsExactly("lbctl.yaml:4:" + told);
    }

    @Test
    void an_answer_as_long_as_one_attempt_is_right() {
        assertThat(ConfigFile.parse("x", "pools: {a: {run: {}, timeouts: {response_head: 60s, answer: 1m}}}"))
                .isInstanceOf(ConfigResult.Valid.class);
    }
}
