package dev.lbctl.config.file;

import static dev.lbctl.config.file.Parsed.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong. */
class ConfigProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            listner: {}                                     => 1:1: unknown key listner; did you mean listener?
            pools: {a: {run: {}, health: {intervall: 2s}}}  => 1:31: unknown key intervall in pools.a.health; did you mean interval?
            pools: {a: {run: {}, zzz: 1}}                   => 1:22: unknown key zzz in pools.a; write one of: run, health, ejection, panic, algorithm, hash, slow_start, sticky, backends, retry, timeouts, connections, queue, host
            admin: 8090                                     => 1:8: admin must hold keys; write `key: value` pairs, without tags
            admin: {address: 8090}                          => 1:18: admin.address: '8090' is not an address; write host:port, like 127.0.0.1:8000 or [::1]:8000
            admin: {address: '127.0.0.1:66000'}             => 1:18: admin.address: '127.0.0.1:66000' is not an address; write host:port, like 127.0.0.1:8000 or [::1]:8000
            admin: {address: '300.0.0.1:80'}                => 1:18: admin.address: '300.0.0.1:80' is not an address; write host:port, like 127.0.0.1:8000 or [::1]:8000
            admin: {address: '[fe80::zz]:80'}               => 1:18: admin.address: '[fe80::zz]:80' is not an address; write host:port, like 127.0.0.1:8000 or [::1]:8000
            admin: {address: 127.0.0.1:8000}                => 1:8: admin.address: 127.0.0.1:8000 is used above already; write another port
            admin: {address: }                              => 1:17: admin.address has no value; write host:port, like 127.0.0.1:8000 or [::1]:8000
            admin: {address: [1, 2]}                        => 1:18: admin.address is not a single value; write host:port, like 127.0.0.1:8000 or [::1]:8000
            listener: {admin_paths: yes}                    => 1:25: listener.admin_paths: 'yes' is not true or false; write true or false
            pools: {a: {run: {sample: 0}}}                  => 1:27: pools.a.run.sample: '0' is not a whole number from 1 to 200; write a number like 1
            pools: {a: {run: {sample: five}}}               => 1:27: pools.a.run.sample: 'five' is not a whole number from 1 to 200; write a number like 1
            pools: {a: {run: {}, health: {timeout: 2}}}     => 1:40: pools.a.health.timeout: '2' is not a duration from 1ms to 24h; write a number with a unit, like 500ms, 2s or 10m
            pools: {a: {run: {}, health: {timeout: 0s}}}    => 1:40: pools.a.health.timeout: '0s' is not a duration from 1ms to 24h; write a number with a unit, like 500ms, 2s or 10m
            pools: {a: {run: {}, health: {path: health}}}   => 1:37: pools.a.health.path: 'health' is not a path; write a path that begins with /, like /health
            pools: {a: {run: {}, algorithm: round_robbin}}  => 1:33: pools.a.algorithm: 'round_robbin' is not an algorithm; did you mean round_robin?
            pools: {a: {run: {}, algorithm: fair}}          => 1:33: pools.a.algorithm: 'fair' is not an algorithm; write one of: round_robin, weighted, least_connections, least_response_time, random, power_of_two, ip_hash, consistent_hash
            pools: {a: {}}                                  => 1:9: pool a has no servers; write backends (servers that run already) or run (a program to start)
            pools: {}                                       => 1:8: pools has no pool; write one, or leave pools out to have the default
            pools: [a]                                      => 1:8: pools must hold keys; write `key: value` pairs, without tags
            pools: {'a b': {run: {}}}                       => 1:9: pools: 'a b' is not a name; write letters, digits, -, _ and ., at most 63 of them
            pools: {default: {run: {}}, server: {run: {}}}  => 1:8: the pools default and server would both have a node server-1; give the pool server another name
            pools: {a: {run: {}}, b: {backends: []}}        => 1:1: several pools, and no routes; write routes: which path goes to which pool
            pools: {a: {backends: {}}}                      => 1:23: pools.a.backends must be a list; begin each item with `- `
            pools: {a: {backends: [{name: x}]}}             => 1:24: pools.a.backends[0] has no url; write http://host:port, like http://10.0.0.5:8080
            pools: {a: {backends: [{url: https://x}]}}      => 1:30: pools.a.backends[0].url: 'https://x' is not a backend's URL; write http://host:port, like http://10.0.0.5:8080
            pools: {a: {backends: [{url: http://x/y}]}}     => 1:30: pools.a.backends[0].url: 'http://x/y' is not a backend's URL; write http://host:port, like http://10.0.0.5:8080
            pools: {a: {backends: [{url: http://x}, {url: 'http://x:80/'}]}} => 1:47: a second server called x:80 in this pool; give each a name of its own
            pools: {a: {run: {sample: 2}, backends: [{name: a-2, url: http://x}]}} => 1:49: a second server called a-2 in this pool; give each a name of its own
            routes: [{pool: defautl}]                       => 1:17: routes[0].pool: 'defautl' is not a pool of this file; did you mean default?
            routes: [{path: api, pool: default}]            => 1:17: routes[0].path: 'api' is not a path; write a path that begins with /, without query, like /api
            routes: [{pool: default}, {path: /, pool: default}] => 1:34: a second route for /; keep one of the two
            routes: []                                      => 1:9: routes has no route; write `- pool: NAME`, or leave routes out
            admin: {}\\nadmin: {}                           => 2:1: admin is there twice; keep one of the two
            ? [a]\\n: b                                     => 1:3: a key must be a word; write `key: value`
            admin: !own {}                                  => 1:8: admin must hold keys; write `key: value` pairs, without tags
            admin: {address: !x a:1}                        => 1:18: admin.address is not a single value; write host:port, like 127.0.0.1:8000 or [::1]:8000
            just words                                      => 1:1: the file must hold keys; write `key: value` pairs, without tags
            """)
    void each_mistake_is_told_with_its_place_and_what_to_write(String yaml, String told) {
        assertThat(problems(yaml.replace("\\n", "\n"))).containsExactly("lbctl.yaml:" + told);
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        String yaml = """
                listener:
                  adress: 127.0.0.1:8000
                pools:
                  web:
                    algorithm: fastest
                    run: { sample: many }
                    health:
                      interval: 2
                routes:
                  - pool: default
                """;
        assertThat(problems(yaml))
                .satisfiesExactly(
                        told -> assertThat(told).startsWith("lbctl.yaml:2:3: unknown key adress in listener;"),
                        told -> assertThat(told).startsWith("lbctl.yaml:5:16: pools.web.algorithm: 'fastest'"),
                        told -> assertThat(told).startsWith("lbctl.yaml:6:20: pools.web.run.sample: 'many'"),
                        told -> assertThat(told).startsWith("lbctl.yaml:8:17: pools.web.health.interval: '2'"),
                        told -> assertThat(told).startsWith("lbctl.yaml:10:11: routes[0].pool: 'default'"));
    }

    @Test
    void a_pool_without_servers_does_not_hide_what_is_wrong_inside_it() {
        assertThat(problems("pools:\n  default:\n    algoritm: round_robin\n"))
                .satisfiesExactly(
                        told -> assertThat(told).startsWith("lbctl.yaml:2:3: pool default has no servers;"),
                        told -> assertThat(told)
                                .startsWith("lbctl.yaml:3:5: unknown key algoritm")
                                .contains("algorithm?"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            admin: {address: 1      => 1:
            a: b: c                 => 1:5
            \\tadmin: {}            => 1:1
            admin: !!java.net.URL [x] => 1:8
            admin: *nowhere         => 1:8
            a: 1\\n---\\nb: 2       => 2:1
            admin: "x\\u0000y"      => 1:10
            """)
    void broken_yaml_is_one_problem_with_a_place(String yaml, String place) {
        String text = yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\0");
        assertThat(problems(text)).singleElement().asString().startsWith("lbctl.yaml:" + place);
    }

    @Test
    void an_alias_is_read_as_what_it_stands_for_and_complained_of_once() {
        String yaml = """
                pools:
                  a: { backends: [], health: &h { interval: 2 } }
                  b: { backends: [], health: *h }
                routes: [ { pool: a } ]
                """;
        assertThat(problems(yaml)).hasSize(1);
    }

    @Test
    void hostile_text_is_refused_quickly() {
        String bomb = "a: &a [x,x]\n" + "b: &b [*a,*a,*a,*a]\n".repeat(200);
        assertThat(problems(bomb)).isNotEmpty();
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("a: &a {b: *a}")).isNotEmpty();
        assertThat(problems("x".repeat(3_000_000))).hasSize(1);
    }
}
