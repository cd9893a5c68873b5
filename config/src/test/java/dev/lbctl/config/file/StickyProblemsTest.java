package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong about a pool's sessions. */
class StickyProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            true                                     => 11: pools.a.sticky must hold keys; write `key: value` pairs, without tags
            {cookie: "a b"}                          => 20: pools.a.sticky.cookie: 'a b' is not a cookie's name; write letters, digits, - and _, like lbctl_session, at most 64 of them
            {cookie: a=b}                            => 20: pools.a.sticky.cookie: 'a=b' is not a cookie's name; write letters, digits, - and _, like lbctl_session, at most 64 of them
            {path: app}                              => 18: pools.a.sticky.path: 'app' is not a cookie's path; write a path that begins with /, like /app
            {path: "/a;b"}                           => 18: pools.a.sticky.path: '/a;b' is not a cookie's path; write a path that begins with /, like /app
            {domain: 10.0.0.1}                       => 20: pools.a.sticky.domain: '10.0.0.1' is not a cookie's domain; write a name like example.org, whose hosts all get the cookie, or leave it out for the very host
            {domain: .example.org}                   => 20: pools.a.sticky.domain: '.example.org' is not a cookie's domain; write a name like example.org, whose hosts all get the cookie, or leave it out for the very host
            {same_site: None}                        => 23: pools.a.sticky.same_site: 'None' is not a rule for requests of other sites; did you mean none?
            {same_site: none}                        => 23: same_site: none without secure: always makes a cookie that browsers refuse; write secure: always as well, or same_site: lax
            {same_site: none, secure: never}         => 23: same_site: none without secure: always makes a cookie that browsers refuse; write secure: always as well, or same_site: lax
            {secure: true}                           => 20: pools.a.sticky.secure: 'true' is not when a cookie is secure; write one of: auto, always, never
            {max_age: 0s}                            => 21: pools.a.sticky.max_age: '0s' is not a duration from 1s to 9600h; write a number with a unit, like 500ms, 2s or 10m
            {max_age: 9601h}                         => 21: pools.a.sticky.max_age: '9601h' is not a duration from 1s to 9600h; write a number with a unit, like 500ms, 2s or 10m
            {secret_file: /etc/}                     => 25: pools.a.sticky.secret_file: '/etc/' is not a file's path; write a path, like sessions.secret; a relative one begins in this file's directory
            {on_drain: stay}                         => 22: pools.a.sticky.on_drain: 'stay' is not what a drain does to sessions; write one of: finish, move
            {cookie: __Host-a}                       => 20: browsers take a cookie called __Host-a only with secure: always, path: / and no domain; write that, or give it another name
            {cookie: __Host-a, secure: always, path: /a} => 20: browsers take a cookie called __Host-a only with secure: always, path: / and no domain; write that, or give it another name
            {cookie: __Secure-a}                     => 20: browsers take a cookie called __Secure-a only with secure: always; write that, or give it another name
            {samesite: lax}                          => 12: unknown key samesite in pools.a.sticky; did you mean same_site?
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String sticky, String told) {
        assertThat(Parsed.problems("pools:\n a:\n  run: {}\n  sticky: " + sticky))
                .containsExactly("lbctl.yaml:4:" + told);
    }

    @Test
    void two_pools_may_not_write_over_each_others_cookies() {
        assertThat(Parsed.problems("""
                        pools: { a: { backends: [], sticky: {} }, b: { backends: [], sticky: {} }, c: { run: {}, sticky: { cookie: c } } }
                        routes: [ { pool: a } ]
                        """))
                .containsExactly(
                        "lbctl.yaml:1:8: pools a and b have the same sticky cookie lbctl_session, so that a client's"
                                + " session with one would end that with the other; write sticky: { cookie: NAME } with a name of its"
                                + " own for each");
    }
}
