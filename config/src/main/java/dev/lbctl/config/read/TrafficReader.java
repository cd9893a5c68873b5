package dev.lbctl.config.read;

import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.HostHeader;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;

/** How a pool's requests are passed on: keys that stand directly in the pool. */
final class TrafficReader {
    private static final long MIB = 1 << 20;

    private TrafficReader() {}

    static TrafficConfig traffic(Section pool) {
        return new TrafficConfig(
                pool.section("retry", TrafficReader::retry),
                pool.section("timeouts", TrafficReader::timeouts),
                pool.section("connections", TrafficReader::connections),
                pool.section("queue", s -> new QueueConfig(s.value("size", Kind.number(0, 1_000_000)))),
                pool.value("host", Kind.oneOf("a Host to send", HostHeader.class)));
    }

    private static RetryConfig retry(Section s) {
        return new RetryConfig(
                s.value("attempts", Kind.number(0, 10)),
                s.value("budget", Kind.percentage()),
                s.value("budget_minimum", Kind.number(0, 10_000)),
                s.value("body", Kind.size(0, MIB)));
    }

    private static TimeoutConfig timeouts(Section s) {
        TimeoutConfig timeouts = new TimeoutConfig(
                s.value("connect", Kind.duration()),
                s.value("response_head", Kind.duration()),
                s.value("idle", Kind.duration()),
                s.value("queue", Kind.duration()),
                s.value("answer", Kind.duration()),
                s.value("upgrade", Kind.duration()));
        if (timeouts.answer().compareTo(timeouts.responseHead()) < 0) {
            String head = Durations.format(timeouts.responseHead());
            String what = "answer (" + Durations.format(timeouts.answer())
                    + ", for all attempts together) is shorter than response_head (" + head + ", for one)";
            s.problem(s.has("answer") ? "answer" : "response_head", what, "write answer: " + head + " or more");
        }
        return timeouts;
    }

    private static ConnectionConfig connections(Section s) {
        return new ConnectionConfig(
                s.value("max", Kind.number(1, 1_000_000).or("unlimited", Integer.MAX_VALUE)),
                s.value("idle", Kind.number(0, 100_000)),
                s.value("idle_for", Kind.duration()),
                s.value("max_age", Kind.duration()));
    }
}
