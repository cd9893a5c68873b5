package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.board.Input;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.News;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the cluster in threads of its own, so that keys react at once however slow an answer is. */
final class Poller implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration RARELY = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final InstantSource clock;
    private final Consumer<Input> inputs;
    private final Watched watched = new Watched();
    private volatile UsageReport weighed = new UsageReport(0, List.of());
    private volatile Instant recorded = Instant.EPOCH;
    private final ExecutorService threads = Executors.newCachedThreadPool(Poller::daemon);

    Poller(Cluster cluster, InstantSource clock, Consumer<Input> inputs) {
        this.cluster = cluster;
        this.clock = clock;
        this.inputs = inputs;
    }

    /** Asks again and again, each question in its own thread: one that hangs hides no other. */
    void start() {
        repeat(OFTEN, () -> tell(askBalancer()));
        repeat(SELDOM, () -> tell(askLauncher()));
        repeat(SELDOM, this::follow);
        repeat(RARELY, this::weigh);
        repeat(RARELY, this::record);
        threads.execute(this::readLogs);
    }

    /** Has that node's log read from now on, or none. */
    void watch(Optional<String> node) {
        watched.is(node);
    }

    /** Asks both sides now, as after a change. */
    void lookNow() {
        tell(askLauncher());
        tell(askBalancer());
    }

    /** Asks everything once, in the caller's thread. */
    void once() {
        lookNow();
        weigh();
        record();
    }

    /** Ends the polling. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private News askLauncher() {
        return ask(() -> new News.LauncherAnswered(cluster.status(), clock.instant()), News.LauncherSilent::new);
    }

    private News askBalancer() {
        return ask(() -> new News.BalancerAnswered(cluster.report(), clock.instant()), News.BalancerSilent::new);
    }

    private void follow() {
        quietly(() -> cluster.follow(event -> tell(new News.Happened(event))));
    }

    /** Two looks in a row tell what was used between them. */
    private void weigh() {
        quietly(() -> {
            UsageReport now = cluster.usage();
            tell(new News.Weighed(Usage.between(weighed, now)));
            weighed = now;
        });
    }

    private void record() {
        quietly(() -> {
            HistoryReport report = cluster.history(recorded);
            report.samples().forEach(sample -> recorded = sample.time());
            tell(new News.Recorded(report));
        });
    }

    private void readLogs() {
        try {
            while (!threads.isShutdown()) {
                String node = watched.next(SELDOM);
                quietly(() -> tell(new News.Logged(node, cluster.log(node))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(News news) {
        inputs.accept(new Input.Learned(news));
    }

    private void repeat(Duration pause, Runnable question) {
        threads.execute(() -> {
            try {
                while (!threads.isShutdown()) {
                    question.run();
                    Thread.sleep(pause.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** That a side is silent is said where its status is asked for. */
    private static void quietly(Runnable question) {
        ask(
                () -> {
                    question.run();
                    return true;
                },
                problem -> false);
    }

    /** The question's answer, or what the failure to answer means; nothing a cluster does ends the dashboard. */
    private static <T> T ask(Supplier<T> question, Function<String, T> failed) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return failed.apply(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lbctl-top");
        thread.setDaemon(true);
        return thread;
    }
}
