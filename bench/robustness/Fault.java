import java.util.concurrent.TimeUnit;

/** Something that is done to a backend, for a while. */
final class Fault {
    /** What is done. */
    enum Kind {
        KILLED,
        STALLED,
        RESETTING,
        CLOSING,
        SLOW
    }

    private static final long AFTERMATH_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    final String backend;
    final Kind kind;
    private final long begunNanos = System.nanoTime();
    private volatile long endedNanos = Long.MAX_VALUE;

    Fault(String backend, Kind kind) {
        this.backend = backend;
        this.kind = kind;
    }

    void ended() {
        endedNanos = System.nanoTime();
    }

    /** Whether it, or what it leaves behind, was felt between two moments. */
    boolean isFelt(long from, long to) {
        return to >= begunNanos && (endedNanos == Long.MAX_VALUE || from - endedNanos < AFTERMATH_NANOS);
    }

    /** Whether it can cost an answer: a slow backend costs nothing but time. */
    boolean costs() {
        return kind != Kind.SLOW;
    }

    /** Whether it can break an answer off that has begun. */
    boolean breaks() {
        return costs() && kind != Kind.CLOSING;
    }
}
