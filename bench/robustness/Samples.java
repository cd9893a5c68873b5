import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The balancer's footprint, looked at now and then, and whether it grows. */
final class Samples {
    private static final int ENOUGH = 20;
    private static final String ROW = "%8s %10s %10s %10s %10s %8s %10s %6s%n";

    private final Footprint balancer;
    private final Set<Integer> backends;
    private final List<Sample> taken = new ArrayList<>();
    private final long begunNanos = System.nanoTime();
    private double cpuBefore;
    private double secondsBefore;

    /** Sizes in KiB; heap and direct memory after a full collection. */
    record Sample(long resident, long heap, long direct, long files, long upstream) {}

    /** @param backends their ports */
    Samples(Footprint balancer, Set<Integer> backends) throws IOException {
        this.balancer = balancer;
        this.backends = backends;
        this.cpuBefore = balancer.cpuSeconds();
        System.out.printf(ROW, "seconds", "requests", "RSS KiB", "heap KiB", "direct KiB", "files", "upstream", "CPU %");
    }

    /** @param requests so far, to be shown beside */
    void take(long requests) throws IOException {
        double cpu = balancer.cpuSeconds();
        double seconds = (System.nanoTime() - begunNanos) / 1e9;
        Footprint.Held held = balancer.held();
        Sample sample = new Sample(
                balancer.resident(), held.heap(), held.direct(), balancer.openFiles(), Footprint.connectionsTo(backends));
        taken.add(sample);
        String share = String.format("%.0f", 100 * (cpu - cpuBefore) / (seconds - secondsBefore));
        System.out.printf(
                ROW, Math.round(seconds), requests, sample.resident, sample.heap, sample.direct, sample.files, sample.upstream, share);
        cpuBefore = cpu;
        secondsBefore = seconds;
    }

    /** Whether nothing grew; says what it compared. */
    boolean areSteady() {
        if (taken.size() < ENOUGH) {
            System.out.println("growth: too short to tell");
            return true;
        }
        return isSteady("RSS", Sample::resident, 10_000)
                & isSteady("heap after collection", Sample::heap, 2_000)
                & isSteady("direct memory", Sample::direct, 4_000)
                & isSteady("open files", Sample::files, 20)
                & isSteady("upstream connections", Sample::upstream, 20);
    }

    /** Whether the median of the last fifth is at most a tenth, or {@code slack}, above that of the second. */
    private boolean isSteady(String what, ToLongFunction<Sample> of, long slack) {
        int fifth = taken.size() / 5;
        long early = median(taken.subList(fifth, 2 * fifth), of);
        long late = median(taken.subList(taken.size() - fifth, taken.size()), of);
        boolean steady = late <= early + Math.max(early / 10, slack);
        System.out.printf("growth: %s %d -> %d: %s%n", what, early, late, steady ? "none" : "GROWS");
        return steady;
    }

    private static long median(List<Sample> of, ToLongFunction<Sample> value) {
        return of.stream().mapToLong(value).sorted().skip(of.size() / 2).findFirst().orElseThrow();
    }
}
