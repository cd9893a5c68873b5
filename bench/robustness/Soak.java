import java.util.List;
import java.util.Set;
import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The balancer under constant load, before backends that are killed, stalled and spoilt. Exits 1 when an answer is wrong or something grows. */
final class Soak {
    private static final int BACKENDS = 5;
    private static final long SAMPLE_MILLIS = 10_000;
    private static final String YAML = """
            listener: { address: LISTENER }
            admin: { address: ADMIN }
            pools:
              default:
                backends:
            %s    health: { path: /health, interval: 500ms, timeout: 500ms, fall: 2 }
                timeouts: { response_head: 2s, idle: 5s }
            """;

    private Soak() {}

    /** @param args for how many minutes; 5 when left out */
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 5;
        List<Origin> origins = new ArrayList<>();
        for (int i = 1; i <= BACKENDS; i++) {
            Origin origin = new Origin("b" + i);
            origin.start();
            origins.add(origin);
        }
        boolean sound;
        try (Proxy proxy = Proxy.start(yaml(origins), "-Xmx128m")) {
            sound = run(proxy, origins, minutes);
        } finally {
            origins.forEach(Origin::close);
        }
        System.out.println(sound ? "PASSED" : "FAILED");
        System.exit(sound ? 0 : 1);
    }

    private static String yaml(List<Origin> origins) {
        return YAML.formatted(origins.stream()
                .map(origin -> "      - { name: " + origin.name() + ", url: \"http://127.0.0.1:" + origin.port() + "\" }\n")
                .collect(Collectors.joining()));
    }

    private static boolean run(Proxy proxy, List<Origin> origins, double minutes) throws Exception {
        CopyOnWriteArrayList<Fault> faults = new CopyOnWriteArrayList<>();
        List<Origin> idle = new ArrayList<>(origins);
        Tally tally = new Tally();
        Set<Integer> ports = origins.stream().map(Origin::port).collect(Collectors.toSet());
        Samples samples = new Samples(proxy.footprint(), ports);
        Crowd crowd = new Crowd(proxy.port(), new Judge(faults), tally);
        List<Thread> mischief = List.of(new Thread(new Mischief(idle, faults, 2000)), new Thread(new Mischief(idle, faults, 20_000)));
        mischief.forEach(Thread::start);
        long endNanos = System.nanoTime() + (long) (minutes * 60e9);
        while (System.nanoTime() < endNanos) {
            Pause.millis(SAMPLE_MILLIS);
            samples.take(tally.all());
        }
        for (Thread thread : mischief) {
            thread.interrupt();
            thread.join();
        }
        crowd.leave();
        return report(proxy, faults, tally) & samples.areSteady();
    }

    private static boolean report(Proxy proxy, List<Fault> faults, Tally tally) throws Exception {
        System.out.println();
        System.out.println(tally.table());
        faults.stream()
                .collect(Collectors.groupingBy(fault -> fault.kind, java.util.TreeMap::new, Collectors.counting()))
                .forEach((kind, count) -> System.out.println("backends " + kind.name().toLowerCase() + ": " + count + " times"));
        long left = remains(proxy);
        for (int i = 0; i < 100 && left > 0; i++) {
            Pause.millis(100);
            left = remains(proxy);
        }
        System.out.println("attempts and clients that remain after the last client left: " + left);
        proxy.complaints().stream().limit(20).forEach(line -> System.out.println("the balancer said: " + line));
        return tally.fatal() == 0 && left == 0 && proxy.complaints().isEmpty();
    }

    private static long remains(Proxy proxy) throws Exception {
        return proxy.inFlight() + Footprint.connectionsTo(Set.of(proxy.port()));
    }
}
