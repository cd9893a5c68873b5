package dev.lbctl.launcher.process;

import java.time.Instant;
import java.util.Optional;

/**
 * What tells a process from a later one that got the same pid. The command it runs is no part of it: a script may become
 * another program.
 *
 * @param started in wall time, to be shown
 * @param mark what the system says of the moment it began, to be compared with nothing but another such text
 */
public record Identity(long pid, Instant started, String mark) {

    /** Of a process that was just started. */
    static Identity of(ProcessHandle process) {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        return new Identity(process.pid(), started, StartMark.of(process).orElse(""));
    }

    /** This very JVM. */
    public static Identity current() {
        return of(ProcessHandle.current());
    }

    /** The process, when it still runs and is the same one. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(process -> StartMark.of(process).filter(mark::equals).isPresent());
    }
}
