package dev.lbctl.config.advice;

import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.advice.Oddities.Oddity;
import dev.lbctl.config.yaml.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a pool is probed: whether faults are found soon, and by more than chance. */
final class ProbeOddities {
    /** A silent server is to be found out by then; clients give up about that soon. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private ProbeOddities() {}

    static List<Oddity> of(PoolConfig pool) {
        String at = "pools." + pool.name() + ".health.";
        HealthConfig health = pool.health();
        List<Oddity> found = new ArrayList<>();
        if (health.timeout().compareTo(health.interval()) >= 0) {
            found.add(new Oddity(
                    List.of(at + "timeout", at + "interval"),
                    "a probe may take " + Durations.format(health.timeout()) + ", and the next is due after "
                            + Durations.format(health.interval()),
                    "write a timeout below the interval"));
        }
        Duration noticed = health.interval().multipliedBy(health.fall() - 1).plus(health.timeout());
        if (noticed.compareTo(SOON) > 0) {
            found.add(new Oddity(
                    List.of(at + "interval", at + "fall", at + "timeout"),
                    "a server that falls silent between requests is noticed after " + Durations.format(noticed)
                            + " only (interval, fall and timeout together)",
                    "write a shorter interval, like 2s, or fall: 3"));
        }
        Duration back = health.downInterval().multipliedBy(health.rise() - 1);
        if (back.compareTo(SOON) > 0) {
            found.add(new Oddity(
                    List.of(at + "rise", at + "down_interval"),
                    "a server that is well again waits " + Durations.format(back) + " for traffic",
                    "write rise: 2, or a shorter down_interval"));
        }
        if (health.fall() == 1) {
            found.add(new Oddity(
                    List.of(at + "fall"),
                    "one probe that is lost by chance takes a server out",
                    "write fall: 2 or more"));
        }
        return found;
    }
}
