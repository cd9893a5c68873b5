package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.terminal.Dashboard.Action;
import dev.lbctl.launcher.terminal.Dashboard.Cluster;
import dev.lbctl.launcher.terminal.Model.Notice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Talks to the cluster in threads of its own, so that keys react at once however slow an answer is. */
final class Poller implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Cluster cluster;
    private final InstantSource clock;
    private final Consumer<Event> events;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());

    Poller(Cluster cluster, InstantSource clock, Consumer<Event> events) {
        this.cluster = cluster;
        this.clock = clock;
        this.events = events;
    }

    /** Asks both sides twice a second and follows the events, each in its own thread: one that hangs hides no other. */
    void start() {
        threads.execute(() -> repeat(() -> events.accept(askLauncher())));
        threads.execute(() -> repeat(() -> events.accept(askBalancer())));
        threads.execute(() -> repeat(this::follow));
        threads.execute(this::weigh);
    }

    /** Starts an action; a notice follows when it is done, which for a stop may take half a minute. */
    void act(Action action, String node) {
        threads.execute(() -> events.accept(ask(
                () -> {
                    cluster.act(action, node);
                    return notice(node + " " + action.done, true);
                },
                problem -> notice(action.verb + " " + node + " failed: " + problem, false))));
    }

    /** Ends the polling; actions under way are left to the launcher. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    Event askLauncher() {
        return ask(() -> new Event.LauncherAnswered(cluster.status(), clock.instant()), Event.LauncherSilent::new);
    }

    Event askBalancer() {
        return ask(() -> new Event.BalancerAnswered(cluster.report(), clock.instant()), Event.BalancerSilent::new);
    }

    private void follow() {
        try {
            cluster.follow(event -> events.accept(new Event.Happened(event)));
        } catch (RuntimeException e) {
            // that the launcher is silent is said where its status is asked for
        }
    }

    /** Two looks in a row tell what was used between them. */
    private void weigh() {
        AtomicReference<UsageReport> last = new AtomicReference<>(new UsageReport(0, List.of()));
        repeat(() -> {
            try {
                UsageReport now = cluster.usage();
                events.accept(new Event.Weighed(Usage.between(last.getAndSet(now), now)));
            } catch (RuntimeException e) {
                // that the launcher is silent is said where its status is asked for
            }
        });
    }

    private void repeat(Runnable question) {
        try {
            while (!threads.isShutdown()) {
                question.run();
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Event notice(String text, boolean good) {
        return new Event.Noticed(new Notice(text, good, clock.instant()));
    }

    /** The question's answer, or what the failure to answer means; nothing a cluster does ends the dashboard. */
    private static Event ask(Supplier<Event> question, Function<String, Event> failed) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return failed.apply(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "lbctl-top");
            thread.setDaemon(true);
            return thread;
        };
    }
}
