package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong about what makes a pool's members fit to serve. */
class FitnessProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            health: {type: ping}              => 18: pools.a.health.type: 'ping' is not a type of probe; write one of: http, tcp
            health: {type: tcp, path: /x}     => 29: a probe of type tcp has no path; remove it, or write type: http
            health: {type: tcp, headers: []}  => 32: a probe of type tcp has no headers; remove it, or write type: http
            health: {method: get}             => 20: pools.a.health.method: 'get' is not a method for probes; write GET, HEAD, OPTIONS or POST
            health: {method: HEAD, body: ok}  => 32: an answer to HEAD has no body; write method: GET, or remove body
            health: {expect: 2xx}             => 20: pools.a.health.expect: '2xx' is not a list of statuses; write statuses or ranges of them, like 200-299,304
            health: {expect: 299-200}         => 20: pools.a.health.expect: '299-200' is not a list of statuses; write statuses or ranges of them, like 200-299,304
            health: {expect: '200,'}          => 20: pools.a.health.expect: '200,' is not a list of statuses; write statuses or ranges of them, like 200-299,304
            health: {expect: 600}             => 20: pools.a.health.expect: '600' is not a list of statuses; write statuses or ranges of them, like 200-299,304
            health: {host: 'a b'}             => 18: pools.a.health.host: 'a b' is not a Host; write a name, like example.org
            health: {body: ''}                => 18: pools.a.health.body: '' is not a text to look for; write a word of the answer, like ok
            health: {headers: ['Host: x']}    => 22: pools.a.health.headers[0]: 'Host: x' is not a header field for probes; write "Name: value"; Host has a key of its own, and lengths and connections are not for you to set
            health: {headers: ['X Y: x']}     => 22: pools.a.health.headers[0]: 'X Y: x' is not a header field for probes; write "Name: value"; Host has a key of its own, and lengths and connections are not for you to set
            ejection: {failure_rate: 50}      => 28: pools.a.ejection.failure_rate: '50' is not a percentage from 0% to 100%; write a whole number with a percent sign, like 20%
            ejection: {consecutiv: 5}         => 14: unknown key consecutiv in pools.a.ejection; did you mean consecutive?
            ejection: {minimum_requests: 0}   => 32: pools.a.ejection.minimum_requests: '0' is not a whole number from 1 to 1000000; write a number like 1
            ejection: {max_time: 5s}          => 24: max_time (5s) is shorter than time (10s); write max_time: 10s or more
            ejection: {time: 10m}             => 20: max_time (5m) is shorter than time (10m); write max_time: 10m or more
            panic: half                       => 10: pools.a.panic: 'half' is not a percentage from 0% to 100%; write a whole number with a percent sign, like 20%
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String fitness, String told) {
        assertThat(Parsed.problems("pools:\n a:\n  backends: []\n  " + fitness))
                .containsExactly("lbctl.yaml:4:" + told);
    }
}
