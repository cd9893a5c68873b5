package dev.lbctl.launcher.supervisor;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.Exit;
import dev.lbctl.launcher.process.PortHolder;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a process ended although nobody wanted it to, in words for a person. */
final class Cause {

    private Cause() {}

    /** Of one that never became ready it is looked up whether somebody else holds its ports. */
    static String of(NodeSpec spec, Life life, Exit exit) {
        if (life.fault != null) {
            return life.fault;
        }
        return life.ready == null ? exit + " before it was ready" + takenPorts(spec) : exit.toString();
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
