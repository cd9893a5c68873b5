package dev.lbctl.launcher.demo;

import dev.lbctl.balancer.api.AlgorithmChange;
import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.SupervisorClient;
import java.util.List;
import java.util.NoSuchElementException;

/** What is done to the cluster of the tour, and looked at in it: by the calls that the commands make. */
record Ways(SupervisorClient supervisor, BalancerClient balancer) {

    void duty(String name, String duty) {
        balancer.change(backend(name), BackendChange.duty(duty, null));
    }

    void weight(String name, int weight) {
        balancer.change(backend(name), BackendChange.weight(weight));
    }

    void algorithm(String name) {
        balancer.use(new AlgorithmChange(name, null));
    }

    /** One after the other, all of them. */
    void roll() {
        supervisor.roll(List.of(), 1);
    }

    boolean isRolled() {
        return !supervisor.rolling().running();
    }

    /** Whether it takes new requests. */
    boolean isFit(String name) {
        return backend(name).healthy();
    }

    boolean isIdle(String name) {
        return backend(name).activeConnections() == 0;
    }

    /** Whether it has come back by itself. */
    boolean hasRecovered(String name) {
        NodeStatus node = supervisor.nodes().nodes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
        return node.restarts() > 0 && node.state().equals("ready") && isFit(name);
    }

    private BackendStatus backend(String name) {
        return balancer.backends().backends().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
    }
}
