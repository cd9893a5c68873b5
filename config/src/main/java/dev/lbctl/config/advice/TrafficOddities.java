package dev.lbctl.config.advice;

import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.advice.Oddities.Oddity;
import dev.lbctl.config.yaml.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a pool's requests are passed on: whether repeats and waiting fit into the time there is. */
final class TrafficOddities {

    private TrafficOddities() {}

    static List<Oddity> of(PoolConfig pool) {
        String at = "pools." + pool.name() + ".";
        RetryConfig retry = pool.retry();
        TimeoutConfig timeouts = pool.timeouts();
        List<Oddity> found = new ArrayList<>();
        Duration all = timeouts.responseHead().multipliedBy(retry.attempts() + 1);
        if (all.compareTo(timeouts.answer()) > 0) {
            found.add(new Oddity(
                    List.of(at + "retry.attempts", at + "timeouts.response_head", at + "timeouts.answer"),
                    (retry.attempts() + 1) + " attempts of " + Durations.format(timeouts.responseHead())
                            + " take longer than the " + Durations.format(timeouts.answer())
                            + " that answer leaves for all together; the last are never made",
                    "write a shorter response_head, fewer attempts, or answer: " + Durations.format(all)));
        }
        if (timeouts.queue().compareTo(timeouts.answer()) >= 0) {
            found.add(new Oddity(
                    List.of(at + "timeouts.queue", at + "timeouts.answer"),
                    "a request may wait for a server for as long as its answer may take as a whole",
                    "write a timeouts.queue well below timeouts.answer"));
        }
        if (retry.attempts() > 1 && retry.attempts() >= Servers.of(pool)) {
            found.add(new Oddity(
                    List.of(at + "retry.attempts"),
                    retry.attempts() + " repeats, each on another server, of " + Servers.of(pool) + " servers",
                    "write attempts: " + Math.max(1, Servers.of(pool) - 1) + " or less"));
        }
        return found;
    }
}
