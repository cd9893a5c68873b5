package dev.lbctl.balancer.check;

import dev.lbctl.balancer.probe.Probe;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Connects, and no more. Owner: the probe loop's thread. */
record TcpProbe(Dialer dialer, Duration timeout) implements Probe {

    @Override
    public CompletionStage<Result> check() {
        Line line = new Line();
        Ending ending = new Ending(dialer.loop(), timeout, () -> Ending.NO_CONNECTION);
        dialer.dial(line)
                .addListener(done -> ending.reach(
                        done.isSuccess()
                                ? new Result.Passed(
                                        "connected to " + dialer.backend().authority())
                                : ConnectFailure.of(dialer.backend(), done.cause())));
        return ending.result().whenComplete((result, bug) -> line.close());
    }

    @Override
    public void close() {}
}
