package dev.lbctl.balancer.check;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe.Result;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.upstream.Unconnected;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;

/** What it means that a connection could not be had. */
final class ConnectFailure {

    private ConnectFailure() {}

    static Result of(Backend backend, Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return new Result.Failed(words, true);
        }
        if (Unconnected.kind(cause) == Outcome.Kind.NO_SOCKET) {
            return new Result.Unmade("no socket on this machine: " + words);
        }
        if (cause instanceof ConnectException && words.toLowerCase(Locale.ROOT).contains("refused")) {
            return new Result.Failed("connection refused on " + backend.authority(), true);
        }
        return new Result.Failed("cannot connect to " + backend.authority() + ": " + words, false);
    }
}
