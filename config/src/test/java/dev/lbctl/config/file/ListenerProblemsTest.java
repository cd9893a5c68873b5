package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong into the listener. */
class ListenerProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            limts: {}                            => 12: unknown key limts in listener; did you mean limits?
            limits: {header: 1KiB}               => 21: unknown key header in listener.limits; did you mean headers?
            limits: {headers: 32KB}              => 30: listener.limits.headers: '32KB' is not a size from 1KiB to 1MiB; did you mean 32KiB?
            limits: {headers: 32 k}              => 30: listener.limits.headers: '32 k' is not a size from 1KiB to 1MiB; did you mean 32KiB?
            limits: {headers: 32768}             => 30: listener.limits.headers: '32768' is not a size from 1KiB to 1MiB; write a number with a unit, like 512B, 64KiB or 10MiB
            limits: {headers: 2MiB}              => 30: listener.limits.headers: '2MiB' is not a size from 1KiB to 1MiB; write a size in that range
            limits: {headers: 2MB}               => 30: listener.limits.headers: '2MB' is not a size from 1KiB to 1MiB; write a size in that range
            limits: {request_line: 255B}         => 35: listener.limits.request_line: '255B' is not a size from 256B to 1MiB; write a size in that range
            limits: {fields: 0}                  => 29: listener.limits.fields: '0' is not a whole number from 1 to 1000; write a number like 1
            limits: {connections: unlimited}     => 34: listener.limits.connections: 'unlimited' is not a whole number from 1 to 1000000; write a number like 1
            limits: {body: none}                 => 27: listener.limits.body: 'none' is not a size from 0B to 1024GiB, or unlimited; write a number with a unit, like 512B, 64KiB or 10MiB
            limits: {body: unlimted}             => 27: listener.limits.body: 'unlimted' is not a size from 0B to 1024GiB, or unlimited; did you mean unlimited?
            limits: {body: 10m}                  => 27: listener.limits.body: '10m' is not a size from 0B to 1024GiB, or unlimited; did you mean 10MiB?
            timeouts: {head: 10}                 => 29: listener.timeouts.head: '10' is not a duration from 1ms to 24h; write a number with a unit, like 500ms, 2s or 10m
            timeouts: {half_close: 25h}          => 35: listener.timeouts.half_close: '25h' is not a duration from 0s to 24h; write a number with a unit, like 500ms, 2s or 10m
            trusted_proxies: 10.0.0.0/8          => 29: listener.trusted_proxies must be a list; begin each item with `- `
            trusted_proxies: [10.1.2.3/8]        => 30: listener.trusted_proxies[0]: '10.1.2.3/8' is not an address or a range of them; write 10.0.0.0/8, or 10.1.2.3 for the one address
            trusted_proxies: ['::1', proxy.lan]  => 37: listener.trusted_proxies[1]: 'proxy.lan' is not an address or a range of them; write an IP address or a range, like 192.168.1.7, 10.0.0.0/8 or "::1"
            trusted_proxies: [{a: 1}]            => 30: listener.trusted_proxies[0] is not a single value; write an IP address or a range, like 192.168.1.7, 10.0.0.0/8 or "::1"
            allow: [TRACE]                       => 20: listener.allow[0]: 'TRACE' is not a method that is refused unless allowed; did you mean trace?
            allow: [get]                         => 20: listener.allow[0]: 'get' is not a method that is refused unless allowed; write one of: connect, trace
            access_log: {format: on}             => 33: listener.access_log.format: 'on' is not a format; write one of: off, json, combined
            access_log: {file: logs/}            => 31: listener.access_log.file: 'logs/' is not a file's path, or stdout; write a path, like logs/access.log; a relative one begins in this file's directory
            access_log: {file: ~/access.log}     => 31: listener.access_log.file: '~/access.log' is not a file's path, or stdout; write a path, like logs/access.log; a relative one begins in this file's directory
            access_log: {keep: 0}                => 31: listener.access_log.keep: '0' is not a whole number from 1 to 1000; write a number like 1
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String listener, String told) {
        assertThat(Parsed.problems("listener: {" + listener + "}")).containsExactly("lbctl.yaml:1:" + told);
    }
}
