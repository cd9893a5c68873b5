package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.News;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is asked of a cluster, and what its answers mean. Each question is asked by one thread at a time. */
final class Questions {
    private final Cluster cluster;
    private final InstantSource clock;
    private volatile UsageReport weighed = new UsageReport(0, List.of());
    private volatile Instant recorded = Instant.EPOCH;
    private volatile boolean busy;

    Questions(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Whether there was traffic lately, so that looking often is worth it. */
    boolean isBusy() {
        return busy;
    }

    News launcher() {
        return ask(() -> new News.LauncherAnswered(cluster.status(), clock.instant()), News.LauncherSilent::new);
    }

    News balancer() {
        return ask(this::balancerAnswers, News.BalancerSilent::new);
    }

    private News balancerAnswers() {
        StatusReport report = cluster.report();
        busy = report.statistics().requestsPerSecond() > 0;
        return new News.BalancerAnswered(report, clock.instant());
    }

    /** Two looks in a row tell what was used between them. */
    Optional<News> usage() {
        return quietly(() -> {
            UsageReport now = cluster.usage();
            News news = new News.Weighed(Usage.between(weighed, now));
            weighed = now;
            return news;
        });
    }

    /** What came since it was last asked. */
    Optional<News> history() {
        return quietly(() -> {
            HistoryReport report = cluster.history(recorded);
            report.samples().forEach(sample -> recorded = sample.time());
            return new News.Recorded(report);
        });
    }

    Optional<News> log(String node) {
        return quietly(() -> new News.Logged(node, cluster.log(node)));
    }

    /** Returns when the launcher tells no more, or cannot be reached. */
    void follow(Consumer<Event> events) {
        ask(
                () -> {
                    cluster.follow(events);
                    return true;
                },
                problem -> false);
    }

    /** That a side is silent is said where its status is asked for. */
    private static Optional<News> quietly(Supplier<News> question) {
        return ask(() -> Optional.of(question.get()), problem -> Optional.empty());
    }

    /** The question's answer, or what the failure to answer means; nothing a cluster does ends the dashboard. */
    private static <T> T ask(Supplier<T> question, Function<String, T> failed) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return failed.apply(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }
}
