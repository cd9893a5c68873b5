package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.console.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Waits until a new duty shows: one that is to take traffic takes it, any other has nothing under way. */
record DutyWait(BalancerClient balancer, Output output, Duration limit) {
    private static final long POLL_MILLIS = 100;

    /** Answers with the backends as they then are; fails when the time is over before. */
    List<BackendStatus> await(List<BackendStatus> changed) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<BackendStatus> now = changed;
        String shown = "";
        for (String left = left(now); !left.isEmpty(); left = left(now)) {
            if (System.nanoTime() - deadline >= 0) {
                progress(shown, "");
                throw new Failure(
                        ExitCode.TIMED_OUT,
                        "after " + limit.toSeconds() + " s, " + left,
                        "its duty stays as it is; look: lbctl ps, lbctl top");
            }
            progress(shown, left);
            shown = left;
            pause();
            now = again(now);
        }
        progress(shown, "");
        return now;
    }

    static String underWay(BackendStatus backend) {
        int active = backend.activeConnections();
        return active == 0 ? "nothing under way" : active + (active == 1 ? " request" : " requests") + " under way";
    }

    /** What is still waited for, in words; empty when nothing is. */
    private static String left(List<BackendStatus> backends) {
        return backends.stream().flatMap(each -> left(each).stream()).collect(Collectors.joining(", "));
    }

    private static Optional<String> left(BackendStatus backend) {
        if (backend.duty().equals("ready")) {
            return backend.healthy()
                    ? Optional.empty()
                    : Optional.of(backend.name() + " is " + backend.health() + " (" + backend.reason() + ")");
        }
        return backend.activeConnections() == 0
                ? Optional.empty()
                : Optional.of(backend.name() + " has " + underWay(backend));
    }

    /** A balancer that does not answer may be starting anew: what it said last is what is known. */
    private List<BackendStatus> again(List<BackendStatus> before) {
        try {
            List<BackendStatus> all = balancer.backends().backends();
            return before.stream()
                    .map(old -> all.stream()
                            .filter(each -> each.pool().equals(old.pool())
                                    && each.name().equals(old.name()))
                            .findFirst()
                            .orElse(old))
                    .toList();
        } catch (CallFailure.Unreachable silent) {
            return before;
        }
    }

    /** One line that is written over, for a person who watches. */
    private void progress(String before, String now) {
        if (output.isTerminal() && !before.equals(now)) {
            String blank = " ".repeat(Math.max(0, before.length() - now.length()));
            output.messages().print("\r" + now + blank + (now.isEmpty() ? "\r" : ""));
            output.messages().flush();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.FAILED, "interrupted", "");
        }
    }
}
