import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts verdicts, and shows the first fatal ones at once. Any thread. */
final class Tally {
    private static final int SHOWN = 20;

    private final Map<Way, Map<Verdict, LongAdder>> counts = new EnumMap<>(Way.class);
    private final Map<String, LongAdder> reasons = new ConcurrentSkipListMap<>();
    private final AtomicInteger fatal = new AtomicInteger();

    Tally() {
        for (Way way : Way.values()) {
            Map<Verdict, LongAdder> row = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                row.put(verdict, new LongAdder());
            }
            counts.put(way, row);
        }
    }

    void count(Way way, Verdict verdict, Call call, Reply reply) {
        counts.get(way).get(verdict).increment();
        if (verdict == Verdict.REFUSED) {
            String text = reply.body().toString();
            String cause = text.replaceAll("(?s).*\"error\":\"(\\w+)\".*", "$1");
            count(call.method() + (call.mayBeRepeated() ? "" : ", not to be repeated") + ": " + reply.head().status() + " " + cause);
        } else if (verdict == Verdict.BROKEN) {
            count(call.method() + ": broken off within the answer");
        } else if (verdict.isFatal()) {
            fault(way + " " + verdict + ": " + call + " -> " + reply + " " + (reply.backend() == null ? reply.body() : ""));
        }
    }

    private void count(String reason) {
        reasons.computeIfAbsent(reason, unseen -> new LongAdder()).increment();
    }

    /** Something that must not be; the first ones are shown. */
    void fault(String text) {
        if (fatal.incrementAndGet() <= SHOWN) {
            System.err.println(LocalTime.now() + " " + text);
        }
    }

    /** How many things that must not be there were. */
    int fatal() {
        return fatal.get();
    }

    long of(Verdict verdict) {
        return counts.values().stream().mapToLong(row -> row.get(verdict).sum()).sum();
    }

    long all() {
        long all = 0;
        for (Verdict verdict : Verdict.values()) {
            all += of(verdict);
        }
        return all;
    }

    /** A Markdown table of all that was counted. */
    String table() {
        StringBuilder table = new StringBuilder("| way | ok | left | refused | broken | wrong bytes | wrong answer | unexplained |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        counts.forEach((way, row) -> {
            table.append("| ").append(way.name().toLowerCase().replace('_', ' '));
            row.values().forEach(count -> table.append(" | ").append(count));
            table.append(" |\n");
        });
        table.append("| **all**");
        for (Verdict verdict : Verdict.values()) {
            table.append(" | ").append(of(verdict));
        }
        table.append(" |\n\nrefused and broken:\n");
        new TreeMap<>(reasons).forEach((reason, count) -> table.append("- ").append(reason).append(": ").append(count).append('\n'));
        return table.toString();
    }
}
