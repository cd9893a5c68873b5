package dev.lbctl.balancer.evidence;

/** Attempts that said something of their backend, and how many of them failed. */
public record Tally(long requests, long failures) {

    /** What came after {@code before}. */
    public Tally since(Tally before) {
        return new Tally(requests - before.requests, failures - before.failures);
    }
}
