package dev.lbctl.balancer.evidence;

/** All that was found out about one backend. It outlives snapshots of its pool. Any thread. */
public record Evidence(ProbeLog probes, Conduct conduct, Ejections ejections) {

    /** Of a backend nothing is known of. */
    public Evidence() {
        this(new ProbeLog(), new Conduct(), new Ejections());
    }
}
