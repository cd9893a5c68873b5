package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;
import java.time.Duration;
import java.time.Instant;

/** The weight that was asked for last, from which the next press counts while the balancer may not have told of it yet. */
record Wish(String pool, String backend, int weight, Instant at) {
    private static final Duration COUNTS = Duration.ofSeconds(2);

    /** What the backend weighs, or is to weigh. */
    static int of(Model model, BackendStatus backend) {
        Wish wish = model.focus().wish();
        return wish != null && wish.isFor(backend) && wish.at.plus(COUNTS).isAfter(model.now())
                ? wish.weight
                : backend.weight();
    }

    private boolean isFor(BackendStatus other) {
        return pool.equals(other.pool()) && backend.equals(other.name());
    }

    static Step asking(Model model, BackendStatus backend, int weight) {
        Wish wish = new Wish(backend.pool(), backend.name(), weight, model.now());
        return Step.asking(model.on(model.focus().wishing(wish)), new Command.SetWeight(backend, weight));
    }
}
