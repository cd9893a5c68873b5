package dev.lbctl.config.file;

import static dev.lbctl.config.file.Parsed.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong into a route. */
class RouteProblemsTest {
    private static final String A_HOST =
            "is not a host; write a name like api.example.org or \"*.example.org\", or an IP address, without port";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            {pool: default, hots: a}                    => 19: unknown key hots in routes[0]; did you mean host?
            {pool: default, host: 'a:80'}               => 25: routes[0].host: 'a:80' HOST
            {pool: default, host: '*'}                  => 25: routes[0].host: '*' HOST
            {pool: default, host: http://a/}            => 25: routes[0].host: 'http://a/' HOST
            {pool: default, host: [a, b]}               => 25: routes[0].host is not a single value; write a name like api.example.org or "*.example.org", or an IP address, without port
            {pool: default, path: '/v1?x'}              => 25: routes[0].path: '/v1?x' is not a path; write a path that begins with /, without query, like /api
            {host: a}                                   => 3: routes[0] has no pool; write default
            {pool: default}, {pool: default}            => 20: a second route for /; keep one of the two
            {pool: default, path: /a}, {pool: default, path: /a/} => 52: a second route for /a; keep one of the two
            {pool: default, host: a}, {pool: default, host: A.} => 51: a second route for a/; keep one of the two
            {pool: default, host: '::1', path: /v}, {pool: default, host: '[0::1]', path: /v} => 81: a second route for [0:0:0:0:0:0:0:1]/v; keep one of the two
            {pool: default}, {pool: default, host: 'a b'} => 42: routes[1].host: 'a b' HOST
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String routes, String told) {
        assertThat(problems("routes:\n [" + routes + "]"))
                .containsExactly("lbctl.yaml:2:" + told.replace("HOST", A_HOST));
    }

    @Test
    void an_asterisk_without_quotes_is_told_to_need_them() {
        assertThat(problems("routes:\n - host: *.example.org\n   pool: default"))
                .singleElement()
                .asString()
                .startsWith("lbctl.yaml:2:11: not readable as YAML")
                .contains("begins with : or * or has")
                .endsWith("needs quotes");
    }
}
