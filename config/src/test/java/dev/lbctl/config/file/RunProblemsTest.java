package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told who wrote something wrong about the nodes of a pool. */
class RunProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            run: {command: app, sample: 2}              => 31: sample is for sample servers; remove sample, or command
            run: {command: app, memory: 64MiB}          => 31: memory is for sample servers; remove memory, or command
            run: {copies: 2}                            => 17: copies is for a command; remove copies, or write command: PROGRAM
            run: {command: '  '}                        => 18: pools.a.run.command: '  ' is not a command; write what you would type, like python3 app.py
            run: {command: []}                          => 18: command names no program; write [PROGRAM, ARGUMENT, ...]
            run: {command: app, copies: 201}            => 31: pools.a.run.copies: '201' is not a whole number from 1 to 200; write a number like 1
            run: {command: app, directory: ~/app}       => 34: pools.a.run.directory: '~/app' is not a path; write a path, like app; a relative one begins in this file's directory
            run: {command: app, environment: {A-B: c}}  => 37: pools.a.run.environment: 'A-B' is not the name of a variable; write letters, digits and _; PORT, LBCTL_NODE and LBCTL_INDEX are each copy's own
            run: {command: app, environment: {PORT: 1}} => 37: pools.a.run.environment: 'PORT' is not the name of a variable; write letters, digits and _; PORT, LBCTL_NODE and LBCTL_INDEX are each copy's own
            run: {ready: {http: x}}                     => 23: pools.a.run.ready.http: 'x' is not a path; write a path that begins with /, like /health
            run: {ready: {http: /x, tcp: true}}         => 23: ready has http and tcp; keep one of the two
            run: {stop: {signal: TREM}}                 => 24: pools.a.run.stop.signal: 'TREM' is not a signal to end by; write one of: TERM, INT, QUIT, HUP, USR1, USR2, KILL
            run: {stop: {timeout: 5}}                   => 25: pools.a.run.stop.timeout: '5' is not a duration from 1ms to 24h; write a number with a unit, like 500ms, 2s or 10m
            run: {restart: sometimes}                   => 18: pools.a.run.restart: 'sometimes' is not when to start again; write one of: always, on-failure, never
            run: {watch: [a]}                           => 16: watch is for a command; remove watch, or write command: PROGRAM
            run: {memory: 1KiB}                         => 17: pools.a.run.memory: '1KiB' is not a size from 16MiB to 1024GiB; write a size in that range
            """)
    void each_mistake_is_told_with_its_column_and_what_to_write(String run, String told) {
        assertThat(Parsed.problems("pools:\n a:\n  " + run)).containsExactly("lbctl.yaml:3:" + told);
    }
}
