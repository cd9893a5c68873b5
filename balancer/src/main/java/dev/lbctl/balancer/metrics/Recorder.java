package dev.lbctl.balancer.metrics;

/** Takes note of exchanges. Called on event loops: no implementation blocks. */
public interface Recorder {

    /** An exchange begins. Answers its number. */
    long begin();

    /** An exchange ended. Called once for each {@link #begin}. */
    void end(Finished exchange);
}
