package dev.lbctl.launcher.rundir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {
    private static final Address ADDRESS = new Address("127.0.0.1", 1);

    @TempDir
    Path home;

    @Test
    void what_a_dead_launcher_left_is_listed_and_ended() throws IOException {
        RunDirectory directory = directory(new Identity(1, Instant.EPOCH, "before"));
        Child balancer = spawn(directory, "balancer", NodeRole.BALANCER);
        Child server = spawn(directory, "server-1", NodeRole.SERVER);

        assertThat(Orphans.of(directory)).extracting(NodeRecord::name).containsExactly("balancer", "server-1");
        assertThat(Orphans.end(directory)).hasSize(2);

        assertThat(balancer.identity().find()).isEmpty();
        assertThat(server.identity().find()).isEmpty();
        assertThat(directory.clusterRecord().read()).isEmpty();
        assertThat(Orphans.of(directory)).isEmpty();
    }

    @Test
    void a_process_that_only_has_the_pid_of_a_node_is_left_alone() throws IOException {
        RunDirectory directory = directory(new Identity(1, Instant.EPOCH, "before"));
        Child stranger = Child.spawn(new Program(List.of("sleep", "60"), null, Map.of(), home.resolve("log")));
        try {
            Identity before = new Identity(stranger.pid(), Instant.EPOCH, "before");
            directory.nodes().write(new NodeRecord("server-1", NodeRole.SERVER, ADDRESS, before));

            assertThat(Orphans.of(directory)).isEmpty();
            assertThat(Orphans.end(directory)).isEmpty();
            assertThat(stranger.identity().find()).isPresent();
        } finally {
            stranger.kill();
        }
    }

    @Test
    void nodes_of_a_launcher_that_lives_are_no_orphans() throws IOException {
        RunDirectory directory = directory(Identity.current());
        Child server = spawn(directory, "server-1", NodeRole.SERVER);
        try {
            assertThat(Orphans.of(directory)).isEmpty();
        } finally {
            server.kill();
        }
    }

    private RunDirectory directory(Identity launcher) throws IOException {
        RunDirectory directory = RunDirectory.of("test", Map.of("XDG_STATE_HOME", home.toString()));
        directory.create();
        directory.clusterRecord().write(new ClusterRecord("test", launcher, ADDRESS, ADDRESS, ADDRESS));
        return directory;
    }

    private Child spawn(RunDirectory directory, String name, NodeRole role) throws IOException {
        Child child = Child.spawn(new Program(List.of("sleep", "60"), null, Map.of(), home.resolve("log")));
        directory.nodes().write(new NodeRecord(name, role, ADDRESS, child.identity()));
        return child;
    }
}
