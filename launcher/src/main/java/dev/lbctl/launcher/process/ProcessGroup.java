package dev.lbctl.launcher.process;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and what it has started, as far as that did not leave the group (setpgid(2)): all of it is signalled at once.
 *
 * @param leader the pid of the first process, which is the group's number; the group may outlive it
 */
record ProcessGroup(long leader) {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);

    /**
     * Sends a signal, e.g. {@code TERM}, to everyone in the group; to a leader that has no group of its own yet, to it alone.
     * Java has no call for it, the shell has: kill is a part of it wherever there is a POSIX system.
     */
    void signal(String name) {
        String script = "kill -s \"$1\" -- \"-$2\" 2>/dev/null || kill -s \"$1\" \"$2\" 2>/dev/null";
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script, "kill", name, Long.toString(leader))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            shell.start();
        } catch (IOException e) {
            LOG.warn("cannot send SIG{} to the process group {}; to its leader alone", name, leader, e);
            ProcessHandle.of(leader).ifPresent(process -> signalAlone(process, name));
        }
    }

    /** Whether this process is in it. */
    boolean has(long pid) {
        return ProcessStat.of(Long.toString(pid))
                .filter(stat -> stat.group() == leader)
                .isPresent();
    }

    private static void signalAlone(ProcessHandle process, String name) {
        if (name.equals("KILL")) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
    }

    /** The groups of which somebody runs; a zombie does not. Empty where the system does not tell. */
    static Set<ProcessGroup> running() {
        Set<ProcessGroup> groups = new HashSet<>();
        String[] entries = ProcessStat.isTold() ? new File("/proc").list() : null;
        for (String entry : entries == null ? new String[0] : entries) {
            if (Character.isDigit(entry.charAt(0))) {
                ProcessStat.of(entry)
                        .filter(stat -> !stat.ended())
                        .ifPresent(stat -> groups.add(new ProcessGroup(stat.group())));
            }
        }
        return groups;
    }
}
