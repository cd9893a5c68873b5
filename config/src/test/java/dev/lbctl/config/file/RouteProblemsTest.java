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

    private static final String OURS = "is not a field that may be changed;"
            + " leave it to lbctl: the end of the message, or what becomes of the connection, rests on it";
    private static final String A_VALUE =
            "is not a field's value; write visible ASCII characters on one line, blanks only between them";

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
            {pool: default, strip_prefix: true}         => 33: strip_prefix has nothing to cut off; give the route a path, like /api
            {pool: default, path: v1, strip_prefix: true} => 25: routes[0].path: 'v1' is not a path; write a path that begins with /, without query, like /api
            {pool: default}, {pool: default, host: 'a b'} => 42: routes[1].host: 'a b' HOST
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String routes, String told) {
        assertThat(problems("routes:\n [" + routes + "]"))
                .containsExactly("lbctl.yaml:2:" + told.replace("HOST", A_HOST));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            strip_prefix: /v2                       => 18: strip_prefix /v2 is not how path /v1 begins; write true, or those segments of path that are to be cut off
            strip_prefix: /v                        => 18: strip_prefix /v is not how path /v1 begins; write true, or those segments of path that are to be cut off
            strip_prefix: /v1/x                     => 18: strip_prefix /v1/x is not how path /v1 begins; write true, or those segments of path that are to be cut off
            strip_prefix: /                         => 18: strip_prefix has nothing to cut off; give the route a path, like /api
            strip_prefix: v1                        => 18: routes[0].strip_prefix: 'v1' is not a path, or true, or false; write a path that begins with /, without query, like /api
            strip_prefix: True                      => 18: routes[0].strip_prefix: 'True' is not a path, or true, or false; did you mean true?
            request_headers: {sett: {}}             => 22: unknown key sett in routes[0].request_headers; did you mean set?
            request_headers: {set: [a]}             => 27: routes[0].request_headers.set must hold keys; write `key: value` pairs, without tags
            request_headers: {set: {Host: a}}       => 28: routes[0].request_headers.set: 'Host' is not a field that may be changed; the pool's key host tells which one is sent: preserve or backend
            request_headers: {add: {content-length: 1}} => 28: routes[0].request_headers.add: 'content-length' OURS
            request_headers: {remove: [Transfer_Encoding]} => 31: routes[0].request_headers.remove[0]: 'Transfer_Encoding' OURS
            response_headers: {remove: [Connection]} => 32: routes[0].response_headers.remove[0]: 'Connection' OURS
            response_headers: {set: {Upgrade: h2c}} => 29: routes[0].response_headers.set: 'Upgrade' OURS
            response_headers: {set: {TE: trailers}} => 29: routes[0].response_headers.set: 'TE' OURS
            response_headers: {add: {Trailer: X}}   => 29: routes[0].response_headers.add: 'Trailer' OURS
            request_headers: {set: {X Team: a}}     => 28: routes[0].request_headers.set: 'X Team' is not a field that may be changed; write a name like X-Team
            request_headers: {set: {"X:a\\r\\nB": a}} => 28: routes[0].request_headers.set: 'X:a  B' is not a field that may be changed; write a name like X-Team
            request_headers: {set: {X-A: "a\\r\\nX-B: c"}} => 33: routes[0].request_headers.set.X-A: 'a  X-B: c' VALUE
            request_headers: {set: {X-A: "a\\nb"}}  => 33: routes[0].request_headers.set.X-A: 'a b' VALUE
            request_headers: {set: {X-A: "a\\0"}}   => 33: routes[0].request_headers.set.X-A: 'a ' VALUE
            request_headers: {set: {X-A: " a"}}     => 33: routes[0].request_headers.set.X-A: ' a' VALUE
            request_headers: {set: {X-A: é}}        => 33: routes[0].request_headers.set.X-A: 'é' VALUE
            request_headers: {set: {X-A: {b: c}}}   => 33: routes[0].request_headers.set.X-A is not a single value; write visible ASCII characters on one line, blanks only between them
            request_headers: {set: {X-A: 1, x_a: 2}} => 41: a second value for x_a; keep one of the two
            request_headers: {set: {X-A: 1}, remove: [x-a]} => 45: X-A is set and removed; keep one of the two: what is set replaces all others
            """)
    void each_mistake_in_what_is_changed_is_told_too(String changes, String told) {
        String place = "lbctl.yaml:4:";
        assertThat(problems("routes:\n - pool: default\n   path: /v1\n   " + changes))
                .containsExactly(place + told.replace("OURS", OURS).replace("VALUE", A_VALUE));
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
