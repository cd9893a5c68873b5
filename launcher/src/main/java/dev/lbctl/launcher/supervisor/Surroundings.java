package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a supervisor works with.
 *
 * @param cores how many the machine has to start nodes on
 * @param balancerConfig writes the balancer's configuration with these servers as its members, before each of its starts
 */
public record Surroundings(
        RunDirectory directory,
        Membership membership,
        EventRing events,
        int cores,
        Consumer<List<NodeSpec>> balancerConfig,
        InstantSource clock) {}
