package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Input;
import dev.lbctl.launcher.facts.News;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the cluster in threads of its own, so that keys react at once however slow an answer is. */
final class Poller implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration RARELY = Duration.ofSeconds(2);

    private final Questions questions;
    private final Consumer<Input> inputs;
    private final Watched watched = new Watched();
    private final ExecutorService threads = Executors.newCachedThreadPool(Poller::daemon);

    Poller(Cluster cluster, InstantSource clock, Consumer<Input> inputs) {
        this.questions = new Questions(cluster, clock);
        this.inputs = inputs;
    }

    /** Asks again and again, each question in its own thread: one that hangs hides no other. */
    void start() {
        repeat(() -> questions.isBusy() ? OFTEN : SELDOM, () -> tell(questions.balancer()));
        repeat(() -> SELDOM, () -> tell(questions.launcher()));
        repeat(() -> SELDOM, () -> questions.follow(event -> tell(new News.Happened(event))));
        repeat(() -> RARELY, () -> tell(questions.usage()));
        repeat(() -> RARELY, () -> tell(questions.history()));
        threads.execute(this::readLogs);
    }

    /** Has that node's log read from now on, or none. */
    void watch(Optional<String> node) {
        watched.is(node);
    }

    /** Asks both sides now, as after a change. */
    void lookNow() {
        tell(questions.launcher());
        tell(questions.balancer());
    }

    /** Asks everything once, in the caller's thread. */
    void once() {
        lookNow();
        tell(questions.usage());
        tell(questions.history());
    }

    /** Ends the polling. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void readLogs() {
        try {
            while (!threads.isShutdown()) {
                tell(questions.log(watched.next(SELDOM)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(News news) {
        inputs.accept(new Input.Learned(news));
    }

    private void tell(Optional<News> news) {
        news.ifPresent(this::tell);
    }

    private void repeat(Supplier<Duration> pause, Runnable question) {
        threads.execute(() -> {
            try {
                while (!threads.isShutdown()) {
                    question.run();
                    Thread.sleep(pause.get().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lbctl-top");
        thread.setDaemon(true);
        return thread;
    }
}
