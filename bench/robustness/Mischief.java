import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** Does things to backends, one at a time, each for some seconds. Owner: its thread; two of them share the backends. */
final class Mischief implements Runnable {
    private final List<Origin> idle;
    private final List<Fault> faults;
    private final int restMillis;

    /**
     * @param idle those that nothing is done to; taken out meanwhile
     * @param faults where what is done is written down
     * @param restMillis how long at most it waits between two deeds
     */
    Mischief(List<Origin> idle, CopyOnWriteArrayList<Fault> faults, int restMillis) {
        this.idle = idle;
        this.faults = faults;
        this.restMillis = restMillis;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Pause.millis(ThreadLocalRandom.current().nextInt(restMillis / 4, restMillis));
                if (!Thread.currentThread().isInterrupted()) {
                    strike();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("mischief failed", e);
        }
    }

    private void strike() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Origin victim;
        synchronized (idle) {
            victim = idle.remove(random.nextInt(idle.size()));
        }
        Fault.Kind[] kinds = Fault.Kind.values();
        Fault fault = new Fault(victim.name(), kinds[random.nextInt(kinds.length)]);
        faults.add(fault);
        begin(victim, fault.kind);
        Pause.millis(random.nextInt(500, 7000));
        end(victim, fault.kind);
        fault.ended();
        synchronized (idle) {
            idle.add(victim);
        }
    }

    private static void begin(Origin victim, Fault.Kind kind) throws IOException {
        switch (kind) {
            case KILLED -> victim.kill();
            case STALLED -> victim.signal("STOP");
            case RESETTING -> victim.be(Mood.RESETTING);
            case CLOSING -> victim.be(Mood.CLOSING);
            case SLOW -> victim.be(Mood.SLOW);
        }
    }

    private static void end(Origin victim, Fault.Kind kind) throws IOException {
        switch (kind) {
            case KILLED -> victim.start();
            case STALLED -> victim.signal("CONT");
            case RESETTING, CLOSING, SLOW -> victim.be(Mood.GOOD);
        }
    }
}
