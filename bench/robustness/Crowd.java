import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Visitors, each on a thread of its own, who ask at a steady pace until they are told to stop. */
final class Crowd {
    private static final int VISITORS = 48;
    private static final int REQUESTS_PER_SECOND = 1500;
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(VISITORS) / REQUESTS_PER_SECOND;

    private final int port;
    private final Judge judge;
    private final Tally tally;
    private final List<Thread> threads;
    private volatile boolean stopping;

    Crowd(int port, Judge judge, Tally tally) {
        this.port = port;
        this.judge = judge;
        this.tally = tally;
        this.threads = IntStream.range(0, VISITORS).mapToObj(number -> new Thread(() -> run("v" + number))).toList();
        threads.forEach(Thread::start);
    }

    private void run(String name) {
        Visitor visitor = new Visitor(name, port, judge, tally);
        long next = System.nanoTime();
        while (!stopping) {
            next = Math.max(next + INTERVAL_NANOS, System.nanoTime() - INTERVAL_NANOS);
            Pause.millis(TimeUnit.NANOSECONDS.toMillis(Math.max(0, next - System.nanoTime())));
            try {
                visitor.ask();
            } catch (IOException | RuntimeException e) {
                tally.fault(name + ": " + e);
            }
        }
        visitor.leave();
    }

    /** Lets everyone finish, and waits until all have left. */
    void leave() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
