package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.AlgorithmChange;
import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.board.Command;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.EventStream;
import dev.lbctl.launcher.client.SupervisorClient;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A cluster through its two APIs. */
public record LiveCluster(SupervisorClient supervisor, BalancerClient balancer) implements Cluster {
    private static final int LOG_LINES = 100;

    @Override
    public ClusterStatus status() {
        return supervisor.status();
    }

    @Override
    public UsageReport usage() {
        return supervisor.usage();
    }

    @Override
    public StatusReport report() {
        return balancer.status();
    }

    @Override
    public HistoryReport history(Instant after) {
        return balancer.history(after);
    }

    @Override
    public List<String> log(String node) {
        return supervisor.log(node, LOG_LINES);
    }

    @Override
    public void follow(Consumer<Event> events) {
        try (EventStream stream = supervisor.events()) {
            stream.each("event", Event.class, events);
        }
    }

    @Override
    public void make(Command.Change change) {
        if (change instanceof Command.ToNode node) {
            toNode(node.action(), node.node());
        } else if (change instanceof Command.SetDuty duty) {
            balancer.change(duty.backend(), BackendChange.duty(duty.duty(), null));
        } else if (change instanceof Command.SetWeight weight) {
            balancer.change(weight.backend(), BackendChange.weight(weight.weight()));
        } else if (change instanceof Command.UseAlgorithm use) {
            balancer.use(new AlgorithmChange(use.algorithm(), use.pool()));
        }
    }

    private void toNode(Command.Action action, String node) {
        switch (action) {
            case KILL -> supervisor.kill(node, false);
            case START -> supervisor.start(node);
            case RESTART -> supervisor.restart(node);
            case STOP -> supervisor.stop(node);
        }
    }
}
