package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong about how a pool's servers share its requests. */
class BalanceProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            algorithm: least_conn                 => 14: pools.a.algorithm: 'least_conn' is not an algorithm; write one of: round_robin, weighted, least_connections, least_response_time, random, power_of_two, ip_hash, consistent_hash
            algorithm: wighted                    => 14: pools.a.algorithm: 'wighted' is not an algorithm; did you mean weighted?
            hash: client                          => 9: pools.a.hash must hold keys; write `key: value` pairs, without tags
            hash: {by: ip}                        => 14: pools.a.hash.by: 'ip' is not what to hash by; write one of: client, header, cookie, path, query
            hash: {by: header}                    => 14: by: header does not say which one; write its name as well, like name: session
            hash: {by: path, name: x}             => 26: by: path takes no name; leave the name out, or write by: header, cookie or query
            hash: {name: x}                       => 16: by: client takes no name; leave the name out, or write by: header, cookie or query
            hash: {by: query, name: a=b}          => 27: pools.a.hash.name: 'a=b' is not the name of a header field, a cookie or a parameter; write it as requests have it, like session
            slow_start: 10                        => 15: pools.a.slow_start: '10' is not a duration from 0s to 24h; write a number with a unit, like 500ms, 2s or 10m
            backends: [{url: http://x, weight: 0}]    => 38: pools.a.backends[0].weight: '0' is not a whole number from 1 to 1000; write a number like 1
            backends: [{url: http://x, weight: 1001}] => 38: pools.a.backends[0].weight: '1001' is not a whole number from 1 to 1000; write a number like 1
            backends: [{url: http://x, wieght: 2}]    => 30: unknown key wieght in pools.a.backends[0]; did you mean weight?
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String balance, String told) {
        assertThat(Parsed.problems("pools:\n a:\n  run: {}\n  " + balance)).containsExactly("lbctl.yaml:4:" + told);
    }
}
