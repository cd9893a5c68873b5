package dev.lbctl.launcher.supervisor;

import dev.lbctl.config.Address;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.Exit;
import dev.lbctl.launcher.process.PortHolder;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a process ended although nobody wanted it to, in words for a person. */
final class Cause {

    private Cause() {}

    /** Nothing of it runs any more: whoever holds its ports is somebody else. */
    static String of(NodeSpec spec, Life life, Exit exit) {
        if (life.fault != null) {
            return life.fault;
        }
        return exit + (life.ready == null ? " before it was ready" : "") + takenPorts(spec);
    }

    /** Of one that was given its time and never answered it is looked up where it listens instead. */
    static String ofSilence(NodeSpec spec, Child child, Duration time) {
        int wanted = spec.address().port();
        String limit = " within " + Durations.format(time);
        if (spec.isBalancer() || spec.takesFaults()) {
            return "did not answer " + spec.healthUri() + limit;
        }
        Set<Integer> listens = PortHolder.portsOf(child);
        if (listens.contains(wanted)) {
            return "listens on port " + wanted + ", but did not answer " + spec.healthUri() + " with 200 to 399" + limit
                    + "; ready: { http: /PATH } names another path, ready: { tcp: true } asks for no answer";
        }
        String instead = listens.isEmpty()
                ? ""
                : "; it listens on " + listens.stream().map(String::valueOf).collect(Collectors.joining(" and "))
                        + " instead";
        return "did not listen on port " + wanted + limit + instead
                + "; have it listen on $PORT, or put {port} into its command, like --port {port}";
    }

    private static String takenPorts(NodeSpec spec) {
        return Stream.of(spec.address(), spec.health().address())
                .filter(Objects::nonNull)
                .map(Address::port)
                .flatMap(
                        port -> PortHolder.of(port).stream().map(holder -> ": port " + port + " is taken by " + holder))
                .collect(Collectors.joining());
    }
}
